import { Alert, Button } from "@mantine/core";
import { IconFileText } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem, api, data, type Schemas } from "../api/client";
import { useSend } from "../api/use-send";
import { formatComputed, formatInstant } from "../app/format";
import { nameOf } from "../entity/named";
import { useProblemText } from "../entity/problem-text";
import { organisationTemplateQuery, presentation } from "../slide/organisation-template";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { FileDrop } from "../ui/file-drop";
import { Row, Rows } from "../ui/row";
import { Section } from "../ui/section";
import { usersQuery } from "../user/users-query";

type Place = Schemas["SlideTemplatePlace"];

/** As the server has it. */
const largest = 8_000_000;

const seen = ({ version }: Place) => ({ "If-Match": `"${version}"` });

const keep = (place: Place, file: File) =>
  data(
    api.PUT("/api/v1/organisation/slide-template", {
      params: { query: { name: file.name }, header: seen(place) },
      headers: { "Content-Type": presentation },
      body: "",
      bodySerializer: () => file,
    }),
  );
const forget = (place: Place) =>
  data(api.DELETE("/api/v1/organisation/slide-template", { params: { header: seen(place) } }));

/** The .pptx in which everybody's slides are made: whose, since when, another one, none. */
export function SlideTemplate() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const problemText = useProblemText();
  const { data: place } = useQuery(organisationTemplateQuery);
  const people = useQuery(usersQuery).data ?? [];
  const [asks, setAsks] = useState(false);
  const [large, setLarge] = useState(false);
  const [told, setTold] = useState("");
  const sending = useSend(
    async (send: () => Promise<Place>) => {
      try {
        return await send();
      } catch (caught) {
        // Somebody else was faster: theirs is shown beside the refusal.
        if (caught instanceof ApiProblem && caught.current) show(caught.current as Place);
        throw caught;
      }
    },
    { onSent: (now) => show(now) },
  );
  const show = (now: Place) => queries.setQueryData(organisationTemplateQuery.queryKey, now);
  if (!place) return null;
  const { kept } = place;

  const change = async (send: () => Promise<Place>, done: string) => {
    setTold("");
    if (await sending.submit(send)) setTold(done);
  };
  const take = (file: File) => {
    sending.clear();
    setLarge(file.size > largest);
    if (file.size <= largest)
      change(() => keep(place, file), t("organisation.template.stored", { name: file.name }));
  };
  const problem = large ? { code: "template_too_large", message: "" } : sending.problem;
  return (
    <Section title={t("organisation.template.title")}>
      <p className="muted">{t("organisation.template.what")}</p>
      {kept ? (
        <Rows>
          <Row
            mark={<IconFileText size={20} stroke={1.75} aria-hidden="true" />}
            title={
              <a href="/api/v1/organisation/slide-template/file" download={kept.name}>
                {kept.name}
              </a>
            }
            action={
              <Button variant="default" size="xs" onClick={() => setAsks(true)}>
                {t("organisation.template.remove")}
              </Button>
            }
          >
            {t("organisation.template.kept", {
              name: nameOf(people, kept.storedBy),
              at: formatInstant(kept.storedAt),
              size: formatComputed(kept.bytes / 1_000_000, 1),
            })}
          </Row>
        </Rows>
      ) : (
        <p className="muted">{t("organisation.template.none")}</p>
      )}
      <FileDrop
        label={t("organisation.template.file")}
        hint={t("organisation.template.dropHere")}
        choose={t(kept ? "organisation.template.replace" : "organisation.template.choose")}
        accept=".pptx"
        loading={sending.pending}
        onFile={take}
      />
      <p role="status" className={told ? undefined : "sr-only"}>
        {told}
      </p>
      {problem && (
        <Alert color="red" role="alert">
          {problemText(problem.code, problem.message)}
        </Alert>
      )}
      {asks && kept && (
        <ConfirmDialog
          title={t("organisation.template.removeAsk", { name: kept.name })}
          confirm={t("organisation.template.remove")}
          danger
          onClose={() => setAsks(false)}
          onConfirm={() => change(() => forget(place), t("organisation.template.removed"))}
        >
          {t("organisation.template.removeWhat")}
        </ConfirmDialog>
      )}
    </Section>
  );
}
