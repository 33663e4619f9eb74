import { Button } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { AccountPage } from "../account/account-page";
import { CycleTabs } from "../account/place-tabs";
import { formatDate } from "../app/format";
import { PageTitle } from "../app/page-title";
import { Loading } from "../app/shell";
import { useLive } from "../app/use-live";
import { OtherCycles } from "../cycle/other-cycles";
import { EffectMatrix } from "../effect/effect-matrix";
import { StateSentence } from "../sentence/state-sentence";
import { Chip } from "../ui/chip";
import { ObjectiveReview } from "./objective-review";
import { pointsOf } from "./points";
import style from "./review.module.css";
import { type ReviewPageData, reviewQuery } from "./review-query";
import { ReviewSteps } from "./review-steps";

/** Looking back on a cycle: result, effectiveness, lesson and decision of each objective. */
export default function ReviewPage() {
  const { cycle } = useParams({ from: "/cycles/$cycle/review" });
  const query = useQuery(reviewQuery(cycle));
  useLive(query.data?.account.id, ["review", cycle]);
  if (!query.data) return <Loading />;
  return <ReviewOf page={query.data} />;
}

function ReviewOf({ page }: { page: ReviewPageData }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { cycle, account } = page;
  return (
    <AccountPage account={account}>
      <OtherCycles account={account.id} shown={cycle.id} page="review" />
      <header className={style.head}>
        <div className={style.name}>
          <div className="row">
            <PageTitle of={account.name}>{t("review.title", { name: cycle.name })}</PageTitle>
            <Chip tone="line">
              {cycle.closedOn
                ? t("review.closedOn", { date: formatDate(cycle.closedOn) })
                : t(`choice.CycleState.${cycle.state}`)}
            </Chip>
            <span className="muted">
              {formatDate(cycle.startsOn)} – {formatDate(cycle.endsOn)}
            </span>
          </div>
          <StateSentence sentence={page.sentence} />
        </div>
        <ReviewSteps
          page={page}
          onPlanned={(planned) =>
            navigate({
              to: "/cycles/$cycle/plan",
              params: { cycle: planned.cycle.id },
              state: { leftOpen: planned.leftOpen },
            })
          }
        >
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden="true" />}
            onClick={() => window.print()}
          >
            {t("print")}
          </Button>
        </ReviewSteps>
      </header>
      <CycleTabs cycle={cycle.id} />
      {page.objectives.length > 0 && (
        <div className={style.page}>
          <div className={style.left}>
            <section className={style.panel} aria-labelledby="matrix">
              <h2 id="matrix">{t("effect.matrix")}</h2>
              <EffectMatrix borders={page.borders} points={pointsOf(page)} />
              <Link
                className={`${style.link} no-print`}
                to="/accounts/$account/effectiveness"
                params={{ account: account.id }}
              >
                {t("effect.compare")}
              </Link>
            </section>
            <Learned page={page} />
          </div>
          <div className={style.objectives}>
            {page.objectives.map((view, index) => (
              <ObjectiveReview
                key={view.view.objective.id}
                number={index + 1}
                view={view}
                page={page}
                editable={cycle.state === "review"}
              />
            ))}
          </div>
        </div>
      )}
    </AccountPage>
  );
}

/** The lessons of the cycle together, each the way to its objective. */
function Learned({ page }: { page: ReviewPageData }) {
  const { t } = useTranslation();
  const lessons = page.objectives.flatMap(({ view: { objective }, review }) =>
    review?.lesson ? [{ ...objective, lesson: review.lesson }] : [],
  );
  if (lessons.length === 0) return null;
  return (
    <section className={`${style.panel} ${style.well}`} aria-labelledby="learned">
      <h2 id="learned">{t("review.learned")}</h2>
      <ul className={style.lessons}>
        {lessons.map(({ id, title, lesson }) => (
          <li key={id}>
            {lesson}
            <Link
              className={style.link}
              to="/cycles/$cycle/review"
              params={{ cycle: page.cycle.id }}
              hash={id}
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
