/** What each kind of meeting goes through, in this order. */
export const agendas = {
  cycle: ["results", "effect", "signals", "questions", "goals", "focus", "plan", "who"],
  check_in: ["check_ins", "signals", "questions", "who"],
  flash: ["what", "answer", "who"],
} as const;

export type Step = (typeof agendas)[keyof typeof agendas][number];

type Kind = keyof typeof agendas;

export const stepAt = (kind: Kind, index: number): Step => agendas[kind][index] ?? agendas[kind][0];

/** How many minutes a step may take: the central one three times as long as each of the others. */
export function minutesOf(kind: Kind, index: number, duration: number): number {
  const central: readonly Step[] = ["check_ins", "focus", "plan", "answer"];
  const weights = agendas[kind].map((step) => (central.includes(step) ? 3 : 1));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return Math.max(1, Math.round((duration * (weights[index] ?? 1)) / all));
}
