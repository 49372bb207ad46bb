import { type ByteSink, writeShortMoney } from './byte-sink.ts';
import type { Cell, ColumnType, TableToExport } from './customer-export-tables.ts';

/** Rows a sheet can hold, the header included (Excel's limit). */
export const SHEET_ROWS = 1_048_576;
/** Days from the spreadsheet's day 0 to 1 January 1970. */
const SERIAL_OF_1970 = 25_569;
/** Positions in `cellXfs` below. */
const STYLE = { header: 1, date: 2, money: 3 } as const;
const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The parts of a workbook besides its sheets (Office Open XML, ECMA-376), by path. */
export function workbookParts(sheetNames: readonly string[]): Readonly<Record<string, string>> {
  const sheets = sheetNames.map((name, index) => ({ name, number: index + 1 }));
  const relation = (id: number, kind: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  const relations = (inside: string) =>
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return {
    '[Content_Types].xml':
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>` +
      sheets
        .map(({ number }) => `<Override PartName="/${sheetPath(number)}" ContentType="${type}.worksheet+xml"/>`)
        .join('') +
      '</Types>',
    '_rels/.rels': relations(relation(1, 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml':
      `${HEAD}<workbook xmlns="${NAMESPACE}" xmlns:r="${RELATIONS}"><sheets>` +
      sheets
        .map(({ name, number }) => `<sheet name="${escaped(name)}" sheetId="${number}" r:id="rId${number}"/>`)
        .join('') +
      '</sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relations(
      sheets.map(({ number }) => relation(number, 'worksheet', `worksheets/sheet${number}.xml`)).join('') +
        relation(sheets.length + 1, 'styles', 'styles.xml'),
    ),
    'xl/styles.xml':
      `${HEAD}<styleSheet xmlns="${NAMESPACE}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
      '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4">' +
      '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
      '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
      '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
      '<xf numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>' +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  };
}

/** @param number 1-based */
export function sheetPath(number: number): string {
  return `xl/worksheets/sheet${number}.xml`;
}

/** Everything of a sheet up to its first row of data: widths, a header row that stays in view. */
export function writeSheetHead({ columns }: TableToExport, sink: ByteSink): void {
  const widths = columns
    .map(({ name, type }, index) => {
      const width = name === 'description' ? 90 : Math.max(name.length + 2, type === 'date' ? 12 : 10);
      return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
    })
    .join('');
  const cells = columns
    .map(({ name }) => `<c s="${STYLE.header}" t="inlineStr"><is><t>${escaped(name)}</t></is></c>`)
    .join('');
  sink.text(
    `${HEAD}<worksheet xmlns="${NAMESPACE}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
      `<cols>${widths}</cols><sheetData><row>${cells}</row>`,
  );
}

export function writeSheetRow({ columns }: TableToExport, row: readonly Cell[], sink: ByteSink): void {
  sink.bytes(MARK.row);
  for (let index = 0; index < row.length; index++) writeCell(row[index], columns[index].type, sink);
  sink.bytes(MARK.rowEnd);
}

export const SHEET_FOOT = '</sheetData></worksheet>';

const encoder = new TextEncoder();
/** What stands around every value, as bytes. */
const MARK = {
  row: encoder.encode('<row>'),
  rowEnd: encoder.encode('</row>'),
  empty: encoder.encode('<c/>'),
  text: encoder.encode('<c t="inlineStr"><is><t>'),
  textEnd: encoder.encode('</t></is></c>'),
  number: encoder.encode('<c><v>'),
  date: encoder.encode(`<c s="${STYLE.date}"><v>`),
  money: encoder.encode(`<c s="${STYLE.money}"><v>`),
  numberEnd: encoder.encode('</v></c>'),
} as const;

function writeCell(cell: Cell, type: ColumnType, sink: ByteSink): void {
  if (cell === null) {
    sink.bytes(MARK.empty);
  } else if (typeof cell === 'string') {
    // A text is never a formula here: it is stored as a text.
    sink.bytes(MARK.text);
    sink.text(escaped(cell));
    sink.bytes(MARK.textEnd);
  } else if (type === 'date') {
    sink.bytes(MARK.date);
    sink.integer(cell + SERIAL_OF_1970);
    sink.bytes(MARK.numberEnd);
  } else if (type === 'money') {
    sink.bytes(MARK.money);
    writeShortMoney(sink, cell);
    sink.bytes(MARK.numberEnd);
  } else {
    sink.bytes(MARK.number);
    sink.integer(cell);
    sink.bytes(MARK.numberEnd);
  }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (character) => ENTITIES[character]) : text;
}
