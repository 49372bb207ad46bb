const remembering: (() => void)[] = [];

/** Says how to let go of what this page remembers beside the game's store: called when everything on this device is deleted. */
export function whenForgetting(forget: () => void): void {
  remembering.push(forget);
}

export function forgetEverything(): void {
  for (const forget of remembering) forget();
}
