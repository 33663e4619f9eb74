import { cloneElement, lazy, type ReactElement, Suspense, useState } from "react";
import { useFrame } from "./frame-context";

const Tooltip = lazy(() => import("./name-tooltip").catch(() => ({ default: Unnamed })));
const Unnamed = ({ children }: { children: ReactElement }) => children;

/** Says beside an icon of the folded navigation what it stands for. */
export function FoldedName({
  name,
  children,
}: {
  name: string;
  children: ReactElement<{ onPointerEnter?: () => void; onPointerLeave?: () => void }>;
}) {
  const { folded } = useFrame();
  const [pointed, setPointed] = useState(false);
  if (!folded) return children;
  // What is pointed to when the words come is not entered again.
  const waiting = cloneElement(children, {
    onPointerEnter: () => setPointed(true),
    onPointerLeave: () => setPointed(false),
  });
  return (
    <Suspense fallback={waiting}>
      <Tooltip name={name} pointed={pointed}>
        {children}
      </Tooltip>
    </Suspense>
  );
}
