import { lazy, type ReactElement, Suspense } from "react";
import { useFrame } from "./frame-context";

const Tooltip = lazy(() => import("./name-tooltip").catch(() => ({ default: Unnamed })));
const Unnamed = ({ children }: { children: ReactElement }) => children;

/** Says beside an icon of the folded navigation what it stands for. */
export function FoldedName({ name, children }: { name: string; children: ReactElement }) {
  const { folded } = useFrame();
  if (!folded) return children;
  return (
    <Suspense fallback={children}>
      <Tooltip name={name}>{children}</Tooltip>
    </Suspense>
  );
}
