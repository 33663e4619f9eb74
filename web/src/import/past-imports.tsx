import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { formatInstant } from "../app/format";
import { useMay } from "../app/may";
import type { Cockpit } from "../cockpit/cockpit-query";
import { nameOf } from "../entity/named";
import { Section } from "../ui/section";
import style from "./import.module.css";
import { importsQuery } from "./imports-query";
import { UndoImport } from "./undo-import";

/** What was brought in before, with the way back. */
export function PastImports({ cockpit }: { cockpit: Cockpit }) {
  const { t } = useTranslation();
  const { contribute } = useMay();
  const account = cockpit.account.id;
  const imports = useQuery({ ...importsQuery(account), throwOnError: false }).data ?? [];
  if (imports.length === 0) return null;
  return (
    <Section title={t("import.past")} count={imports.length}>
      <ul className="list">
        {imports.map((made) => (
          <li key={made.id} className={style.past}>
            <div className="grow">
              <b>{made.file}</b>
              <p className="muted">
                {[
                  t(`choice.ImportKind.${made.kind}`),
                  formatInstant(made.createdAt),
                  nameOf(cockpit.people, made.importedBy),
                  made.added > 0 && t("import.count.added", { count: made.added }),
                  made.changed > 0 && t("import.count.changed", { count: made.changed }),
                  made.unchanged > 0 && t("import.count.unchanged", { count: made.unchanged }),
                  made.leftOut > 0 && t("import.count.leftOut", { count: made.leftOut }),
                  made.undoneAt &&
                    t("import.undoneBy", {
                      name: nameOf(cockpit.people, made.undoneBy),
                      at: formatInstant(made.undoneAt),
                    }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </div>
            {contribute && !made.undoneAt && <UndoImport account={account} made={made} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}
