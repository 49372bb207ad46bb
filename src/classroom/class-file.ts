import type { ClassSettings } from './class-settings.ts';

/**
 * What the instructor keeps: the settings, and the secret that the round keys are made from. Never shared; the link carries the settings
 * only.
 */
export type ClassFile = {
  readonly format: 'clientele/class-file';
  readonly formatVersion: 1;
  readonly settings: ClassSettings;
  /** 32 hexadecimal digits; null for a class without keys. */
  readonly keySecret: string | null;
};
