/** Opens the palette. */
export function openPalette() {}
