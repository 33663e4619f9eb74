import { Alert, Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AccountPage } from "../account/account-page";
import type { Schemas } from "../api/client";
import { download } from "../app/download";
import { formatInstant } from "../app/format";
import { PageTitle } from "../app/page-title";
import { sessionQuery } from "../app/session";
import { Loading } from "../app/shell";
import { useLive } from "../app/use-live";
import { cockpitQuery } from "../cockpit/cockpit-query";
import { CyclePicker } from "../cycle/cycle-picker";
import { CustomerReads } from "../share/customer-reads";
import { onePagerQuery } from "../share/share-query";
import { ChoiceChips } from "../ui/choice-chips";
import { type Audience, audiences } from "./audience";
import { clean } from "./clean";
import type { TemplateProblem } from "./fill";
import { keptTemplate, type Template } from "./kept-template";
import {
  organisationTemplateFile,
  organisationTemplateQuery,
  presentation,
} from "./organisation-template";
import { PlaceholderList } from "./placeholder-list";
import style from "./slide.module.css";
import { TemplateInput } from "./template-input";
import { TemplateProblems, UnknownPlaceholders } from "./template-problems";
import { type OnePager, partsOf, valuesOf } from "./values";

const templateQuery = { queryKey: ["slide-template"], queryFn: keptTemplate };

/** The account as a slide to take along, and what stands behind the placeholders of one's own. */
export default function SlidePage() {
  const { t } = useTranslation();
  const { account } = useParams({ from: "/accounts/$account/slide" });
  const { audience = "management", cycle } = useSearch({ from: "/accounts/$account/slide" });
  const navigate = useNavigate();
  const cockpit = useQuery(cockpitQuery(account, cycle));
  const onePager = useQuery(onePagerQuery(account, audience, cycle));
  const kept = useQuery(templateQuery);
  const ofAll = useQuery(organisationTemplateQuery);
  useLive(account);
  if (!cockpit.data || kept.isPending || ofAll.isPending) return <Loading />;
  const { cycles, cycle: shown } = cockpit.data;
  const { name } = cockpit.data.account;
  const choose = (search: { audience?: Audience | undefined; cycle?: string | undefined }) =>
    navigate({
      to: "/accounts/$account/slide",
      params: { account },
      search: { audience, cycle, ...search },
      replace: true,
      resetScroll: false,
    });
  return (
    <AccountPage account={cockpit.data.account}>
      {shown && (
        <CyclePicker cycles={cycles} shown={shown} onChoose={(next) => choose({ cycle: next })} />
      )}
      <header className={style.head}>
        <PageTitle of={name}>{t("slide.title")}</PageTitle>
        <p className="muted">{t("slide.lede")}</p>
      </header>
      <ChoiceChips
        label={t("slide.audience")}
        choices={audiences.map((value) => ({ value, label: t(`choice.Audience.${value}`) }))}
        value={audience}
        onChange={(next) => choose({ audience: next })}
      />
      {audience === "customer" ? (
        <CustomerReads account={account} cycle={cycle ?? null} />
      ) : (
        <p className="muted">{t(`slide.audienceWhat.${audience}`)}</p>
      )}
      {onePager.data ? (
        <Making
          key={audience + shown}
          onePager={clean(onePager.data)}
          kept={kept.data ?? null}
          ofAll={ofAll.data?.kept ?? null}
        />
      ) : (
        <Loading />
      )}
    </AccountPage>
  );
}

const designs = ["organisation", "default", "own"] as const;

/** What a file may be called on every system. */
const fileName = (name: string) => `${name.replace(/[\\/:*?"<>|\s]+/g, " ").slice(0, 120)}.pptx`;

interface Outcome {
  made?: string;
  unknown?: string[];
  problems?: TemplateProblem[];
  failed?: true;
}

function Making({
  onePager,
  kept,
  ofAll,
}: {
  onePager: OnePager;
  kept: Template | null;
  ofAll: Schemas["SlideTemplate"] | null;
}) {
  const { t } = useTranslation();
  const role = useQuery(sessionQuery).data?.user?.role;
  const leads = role === "head" || role === "administrator";
  const [template, setTemplate] = useState(kept);
  const [design, setDesign] = useState<(typeof designs)[number]>(
    ofAll ? "organisation" : kept ? "own" : "default",
  );
  const [making, setMaking] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>({});
  const values = valuesOf(onePager, t);

  const make = async (
    name: string,
    work: () => Promise<Omit<Outcome, "made"> & { file?: BlobPart }>,
  ) => {
    setMaking(true);
    setOutcome({});
    try {
      const { file, ...told } = await work();
      if (file) download(new Blob([file], { type: presentation }), fileName(name));
      setOutcome({ ...told, made: file && fileName(name) });
    } catch {
      setOutcome({ failed: true });
    } finally {
      setMaking(false);
    }
  };
  // So that nobody sends the one instead of the other.
  const name = t("slide.fileName", {
    account: onePager.account,
    audience: t(`choice.Audience.${onePager.audience}`),
    date: onePager.today,
  });
  const makeSlide = () =>
    make(name, async () => {
      if (design === "default") {
        const { defaultDeck } = await import("./default-deck");
        return { file: await defaultDeck(onePager, t) };
      }
      const { fill, TemplateError } = await import("./fill");
      try {
        const file = design === "organisation" ? await organisationTemplateFile() : template?.file;
        return fill(file ?? new ArrayBuffer(), values, partsOf(onePager));
      } catch (caught) {
        if (caught instanceof TemplateError) return { problems: caught.problems };
        throw caught;
      }
    });
  const makeTemplate = () =>
    make(t("slide.templateName"), async () => {
      const { templateDeck } = await import("./template-deck");
      return { file: await templateDeck(t) };
    });
  return (
    <>
      <ChoiceChips
        label={t("slide.template")}
        choices={designs
          .filter((value) => value !== "organisation" || ofAll)
          .map((value) => ({ value, label: t(`slide.templates.${value}`) }))}
        value={design}
        onChange={(next) => {
          if (next) setDesign(next);
          setOutcome({});
        }}
      />
      {design === "organisation" && ofAll && (
        <p className="muted">
          {t("slide.organisationWhat", {
            organisation: onePager.organisation,
            name: ofAll.name,
            at: formatInstant(ofAll.storedAt),
          })}
        </p>
      )}
      {design === "default" && <p className="muted">{t("slide.defaultWhat")}</p>}
      {leads && design !== "own" && <Link to="/organisation">{t("slide.organisationChange")}</Link>}
      {design === "own" && (
        <TemplateInput
          template={template}
          making={making}
          onSample={makeTemplate}
          onChange={(next) => {
            setTemplate(next);
            setOutcome({});
          }}
        />
      )}
      <Button
        w="fit-content"
        leftSection={<IconDownload size={16} stroke={1.75} aria-hidden="true" />}
        loading={making}
        disabled={design === "own" && !template}
        onClick={makeSlide}
      >
        {t("slide.make")}
      </Button>
      {outcome.made && <p role="status">{t("slide.made", { name: outcome.made })}</p>}
      {outcome.unknown && outcome.unknown.length > 0 && (
        <UnknownPlaceholders names={outcome.unknown} />
      )}
      {outcome.problems && <TemplateProblems problems={outcome.problems} />}
      {outcome.failed && (
        <Alert color="red" role="alert">
          {t("slide.failed")}
        </Alert>
      )}
      <PlaceholderList values={values} />
    </>
  );
}
