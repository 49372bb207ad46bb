/**
 * Lets a browser's translation and React share a page (react#11538).
 *
 * A translator takes a text of the page out and puts a `<font>` with its own words there. React keeps to the text it made: taking it away,
 * or putting something before it, throws, and a new number is written where nobody sees it. So each text that was taken out is remembered
 * with what stands in its place: what React does to the text is done to that, and a text that is written anew goes back to its place, from
 * where the translator takes it up again.
 *
 * Translators that write their words into the texts themselves need none of this.
 */
export function surviveTranslation(page: Document = document): void {
  const placed = new WeakMap<Node, HTMLElement>();
  const observer = new MutationObserver(note);

  function note(records: readonly MutationRecord[]): void {
    for (const record of records) {
      if (record.type === 'characterData') putBack(record.target as Text);
      for (const node of record.removedNodes) if (node instanceof Text && !node.parentNode) remember(node, record);
    }
  }

  function remember(text: Text, { addedNodes, previousSibling, nextSibling }: MutationRecord): void {
    const inPlace = [...addedNodes, previousSibling, nextSibling].find((node) => node?.nodeName === 'FONT');
    if (!inPlace) return;
    placed.set(text, inPlace as HTMLElement);
    observer.observe(text, { characterData: true });
  }

  /** A text that was written anew while something else stood in its place. */
  function putBack(text: Text): void {
    const inPlace = placed.get(text);
    if (!text.parentNode && inPlace?.parentNode) inPlace.replaceWith(text);
    placed.delete(text);
  }

  /** What is on the page for a child of `parent`: itself, or what stands in its place; null when it is gone. */
  function shownFor(parent: Node, child: Node): Node | null {
    if (child.parentNode === parent) return child;
    note(observer.takeRecords());
    if (child.parentNode === parent) return child;
    const inPlace = placed.get(child);
    return inPlace?.parentNode === parent ? inPlace : null;
  }

  const { removeChild, insertBefore } = Node.prototype;
  Node.prototype.removeChild = function removed<T extends Node>(this: Node, child: T): T {
    const shown = shownFor(this, child);
    if (shown) removeChild.call(this, shown);
    // Anything but a text is a mistake, to be told as ever.
    else if (!(child instanceof Text)) removeChild.call(this, child);
    return child;
  };
  Node.prototype.insertBefore = function inserted<T extends Node>(this: Node, node: T, before: Node | null): T {
    if (before === null || before.parentNode === this) return insertBefore.call(this, node, before) as T;
    const shown = shownFor(this, before);
    return insertBefore.call(this, node, shown ?? (before instanceof Text ? null : before)) as T;
  };
  observer.observe(page, { childList: true, subtree: true });
}
