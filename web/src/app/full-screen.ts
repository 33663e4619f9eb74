import { useEffect } from "react";

/** Full screen where the browser lets us; whoever leaves it leaves what is shown in it, too. */
export function useFullScreen(onLeave: () => void) {
  useEffect(() => {
    const changed = () => {
      if (!document.fullscreenElement) onLeave();
    };
    document.documentElement.requestFullscreen?.().then(
      () => document.addEventListener("fullscreenchange", changed),
      () => {},
    );
    return () => {
      document.removeEventListener("fullscreenchange", changed);
      if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    };
  }, [onLeave]);
}
