/** What this browser has kept under a name; `otherwise` where there is nothing, or nothing readable. */
export function kept<T>(
  name: string,
  otherwise: T,
  fits: (value: unknown) => value is T,
  storage = () => localStorage,
): T {
  try {
    const value: unknown = JSON.parse(storage().getItem(name) ?? "null");
    return fits(value) ? value : otherwise;
  } catch {
    return otherwise;
  }
}
