import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { change } from "../api/entity";
import { ofAccounts, useSend } from "../api/use-send";
import { formatDate } from "../app/format";
import { WriteButton } from "../app/may";
import { type Named, nameOf } from "../entity/named";
import type { OpenForm } from "../entity/use-entity-form";
import { AboutLink } from "./about-link";
import { inPlace } from "./in-place";
import { assumptionFields } from "./question-fields";
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
          <WriteButton
            size="compact-sm"
            variant="subtle"
            disabled={doubting.pending}
            aria-label={t("question.actionOf", { action: t("assumed.doubt"), text })}
            onClick={inPlace(doubting.send)}
          >
            {t("assumed.doubt")}
          </WriteButton>
        </div>
      ) : (
        <div className="row">
          <WriteButton
            size="compact-sm"
            variant="light"
            disabled={confirming.pending}
            aria-label={t("question.actionOf", { action: t("assumed.confirm"), text })}
            onClick={inPlace(() => confirming.send(assumption))}
          >
            {t("assumed.confirm")}
          </WriteButton>
          {!view.asked && (
            <WriteButton
              size="compact-sm"
              variant="subtle"
              aria-label={t("question.actionOf", { action: t("assumed.ask"), text })}
              onClick={() =>
                ask({ aboutKind: assumption.aboutKind, about: assumption.about }, text)
              }
            >
              {t("assumed.ask")}
            </WriteButton>
          )}
          <WriteButton
            size="compact-sm"
            variant="subtle"
            aria-label={t("question.actionOf", { action: t("edit"), text })}
            onClick={() =>
              open({
                title: t("assumed.edit", { name: text }),
                collection: "/assumptions",
                fields: assumptionFields,
                entity: assumption,
                canArchive: false,
              })
            }
          >
            {t("edit")}
          </WriteButton>
          <WriteButton
            size="compact-sm"
            variant="subtle"
            disabled={takingOff.pending}
            aria-label={t("question.actionOf", { action: t("assumed.takeOff"), text })}
            onClick={inPlace(() => takingOff.send(assumption))}
          >
            {t("assumed.takeOff")}
          </WriteButton>
        </div>
      )}
    </li>
  );
}
