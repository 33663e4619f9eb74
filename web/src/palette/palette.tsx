/** Finds, does and goes. */
export default function Palette() {
  return null;
}
