/**
 * Makes Takt usable without a network; where browsers forbid it (plain HTTP), it goes without. A guest's
 * browser keeps nothing: whoever opens a share link does not work here.
 */
export function workOffline() {
  if (!("serviceWorker" in navigator) || location.pathname.startsWith("/shared/")) return;
  navigator.serviceWorker.register("/sw.js").catch(() => undefined);
}
