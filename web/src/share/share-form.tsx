import { Alert, Anchor, Button, Radio, TextInput } from "@mantine/core";
import { type FormEvent, useLayoutEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, data, type Schemas } from "../api/client";
import { useSend } from "../api/use-send";
import { useToday } from "../app/session";
import { plusDays } from "../app/zone";
import { useProblemText } from "../entity/problem-text";
import { Password } from "../session/password";
import { DayInput } from "../ui/day-input";
import type { DayEntry } from "../ui/read-day";
import { onePagerAddress } from "./one-pager-address";
import { shareLinksQuery } from "./share-query";
import { TitlesShown } from "./titles-shown";

type Audience = Schemas["Audience"];
type Language = Schemas["Language"];

const audiences: Audience[] = ["management", "team", "customer"];
const languages: Language[] = ["de", "en"];

interface Props {
  account: string;
  cycle: string | undefined;
  onTyped: (typed: boolean) => void;
  onBusy: (busy: boolean) => void;
  onMade: (made: Schemas["NewShareLink"]) => void;
}

/** For whom, what it shows, until when, behind what: a link. */
export function ShareForm({ account, cycle, onTyped, onBusy, onMade }: Props) {
  const { t, i18n } = useTranslation();
  const problemText = useProblemText();
  const today = useToday();
  const [audience, setAudience] = useState<Audience>("management");
  const [frozen, setFrozen] = useState(false);
  const [chosenDay, setDay] = useState<DayEntry>();
  const [recipient, setRecipient] = useState("");
  const [language, setLanguage] = useState(i18n.language as Language);
  const [password, setPassword] = useState("");
  const day = chosenDay === undefined ? today && plusDays(today, 30) : chosenDay;
  const making = useSend(
    () =>
      data(
        api.POST("/api/v1/accounts/{account}/share-links", {
          params: { path: { account } },
          body: {
            audience,
            frozen,
            recipient,
            language,
            cycle: cycle ?? null,
            expiresOn: day || null,
            password: password || null,
          },
        }),
      ),
    { onSent: onMade, refreshes: [shareLinksQuery(account)] },
  );
  useLayoutEffect(() => {
    onBusy(making.pending);
    // Once the link is there, the form is not.
    return () => onBusy(false);
  }, [making.pending, onBusy]);
  const wrong = (field: string) => {
    const found = making.problem?.fields.find(({ pointer }) => pointer === `/${field}`);
    return found && problemText(found.code, found.detail);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    await making.submit();
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      {making.problem && making.problem.fields.length === 0 && (
        <Alert color="red" role="alert">
          {problemText(making.problem.code, making.problem.message)}
        </Alert>
      )}
      <Radio.Group
        label={t("share.audience")}
        value={audience}
        onChange={(value) => setAudience(value as Audience)}
      >
        <div className="stack">
          {audiences.map((one) => (
            <Radio
              key={one}
              value={one}
              label={t(`choice.Audience.${one}`)}
              description={t(`share.sees.${one}`)}
            />
          ))}
        </div>
      </Radio.Group>
      {audience === "customer" && <TitlesShown account={account} cycle={cycle} />}
      <Anchor href={onePagerAddress(account, audience, cycle)} download size="sm" w="fit-content">
        {t("share.preview")}
      </Anchor>
      <Radio.Group
        label={t("share.page")}
        value={frozen ? "frozen" : "live"}
        onChange={(value) => setFrozen(value === "frozen")}
      >
        <div className="stack">
          <Radio value="live" label={t("share.live")} />
          <Radio value="frozen" label={t("share.frozen")} />
        </div>
      </Radio.Group>
      <DayInput
        label={t("share.until")}
        description={t("share.untilWhat")}
        value={day}
        min={today}
        max={today && plusDays(today, 365)}
        error={wrong("expiresOn")}
        onChange={setDay}
      />
      <TextInput
        label={t("share.recipient")}
        description={t("share.recipientWhat")}
        maxLength={200}
        value={recipient}
        error={wrong("recipient")}
        onChange={(event) => {
          setRecipient(event.currentTarget.value);
          onTyped(event.currentTarget.value !== "" || password !== "");
        }}
      />
      <Password
        label={t("share.password")}
        description={t("share.passwordWhat")}
        autoComplete="new-password"
        value={password}
        error={wrong("password")}
        onChange={(event) => {
          setPassword(event.currentTarget.value);
          onTyped(event.currentTarget.value !== "" || recipient !== "");
        }}
      />
      <Radio.Group
        label={t("share.language")}
        value={language}
        onChange={(value) => setLanguage(value as Language)}
      >
        <div className="row">
          {languages.map((one) => (
            <Radio key={one} value={one} label={t(`choice.Language.${one}`)} />
          ))}
        </div>
      </Radio.Group>
      <Button type="submit" loading={making.pending}>
        {t("share.make")}
      </Button>
    </form>
  );
}
