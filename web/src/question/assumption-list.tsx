import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { change } from "../api/entity";
import { ofAccounts, useSend } from "../api/use-send";
import { formatDate } from "../app/format";
import { type Named, nameOf } from "../entity/named";
import type { OpenForm } from "../entity/use-entity-form";
import { AboutLink } from "./about-link";
import { assumptionFields } from "./question-fields";
import { RowAction } from "./row-action";
import { useConfirming, useTakingOff } from "./use-assumed";
import type { QuestionForms } from "./use-question-forms";

type View = Schemas["AssumptionView"];

interface Props {
  view: View;
  people: readonly Named[];
  /** Asks about the same entry. */
  ask: QuestionForms["ask"];
  open: OpenForm;
}

/** What is taken for true, until somebody confirms it, asks about it or takes that off. */
export function AssumptionList({
  assumptions,
  ...props
}: Omit<Props, "view"> & { assumptions: View[] }) {
  return (
    <ul className="list">
      {assumptions.map((view) => (
        <Assumption key={view.assumption.id} view={view} {...props} />
      ))}
    </ul>
  );
}

function Assumption({ view, people, ask, open }: Props) {
  const { t } = useTranslation();
  const { assumption, aboutName: text } = view;
  const confirming = useConfirming(text);
  const takingOff = useTakingOff(text);
  const doubting = useSend(() => change("/assumptions", assumption, { confirmedOn: null }), {
    refreshes: [ofAccounts],
  });
  return (
    <li>
      <AboutLink
        account={assumption.account}
        kind={assumption.aboutKind}
        about={assumption.about}
        name={text}
        archived={view.aboutArchived}
      />
      {assumption.note && <p className="prose">{assumption.note}</p>}
      <div className="muted">
        {[
          t("assumed.since", { date: formatDate(assumption.createdAt) }),
          assumption.confirmedOn &&
            t("assumed.confirmedOn", {
              date: formatDate(assumption.confirmedOn),
              name: nameOf(people, assumption.confirmedBy),
            }),
          !assumption.confirmedOn && view.asked && t("assumed.asked"),
        ]
          .filter(Boolean)
          .join(" · ")}
      </div>
      {assumption.confirmedOn ? (
        <div className="row">
          <RowAction
            action={t("assumed.doubt")}
            of={text}
            pending={doubting.pending}
            onClick={doubting.send}
          />
        </div>
      ) : (
        <div className="row">
          <RowAction
            main
            action={t("assumed.confirm")}
            of={text}
            pending={confirming.pending}
            onClick={() => confirming.send(assumption)}
          />
          {!view.asked && (
            <RowAction
              action={t("assumed.ask")}
              of={text}
              onClick={() =>
                ask({ aboutKind: assumption.aboutKind, about: assumption.about }, text)
              }
            />
          )}
          <RowAction
            action={t("edit")}
            of={text}
            onClick={() =>
              open({
                title: t("assumed.edit", { name: text }),
                collection: "/assumptions",
                fields: assumptionFields,
                entity: assumption,
                canArchive: false,
              })
            }
          />
          <RowAction
            action={t("assumed.takeOff")}
            of={text}
            pending={takingOff.pending}
            onClick={() => takingOff.send(assumption)}
          />
        </div>
      )}
    </li>
  );
}
