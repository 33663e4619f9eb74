import { type DBSchema, openDB } from "idb";

/** The company's own .pptx, as it was chosen. */
export interface Template {
  name: string;
  file: ArrayBuffer;
}

interface TemplateSchema extends DBSchema {
  template: { key: "own"; value: Template };
}

const database = () =>
  openDB<TemplateSchema>("takt-slide", 1, {
    upgrade: (db) => {
      db.createObjectStore("template");
    },
  });

/** The template that this browser kept; nothing where it keeps none. */
export async function keptTemplate(): Promise<Template | null> {
  try {
    return (await (await database()).get("template", "own")) ?? null;
  } catch {
    return null;
  }
}

/** Says whether it is kept: a private window may refuse. */
export async function keepTemplate(template: Template): Promise<boolean> {
  try {
    await (await database()).put("template", template, "own");
    return true;
  } catch {
    return false;
  }
}

export async function forgetTemplate() {
  await (await database()).delete("template", "own");
}
