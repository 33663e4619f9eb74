import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "../app/i18n";
import { PageTitle } from "../app/page-title";
import { Logo } from "../frame/logo";
import { chooseAtTheDoor } from "./chosen-language";
import styles from "./door.module.css";

const languages: Language[] = ["de", "en"];

interface Props {
  title: string;
  /** The line below the title. */
  lead?: ReactNode;
  /** Whoever comes here is a guest: neither whose server it is nor what a team asks itself is theirs. */
  guest?: boolean;
  children: ReactNode;
}

/** What everybody passes who comes in: sign-in, a new password, an invitation, the set-up. */
export function Door({ title, lead, guest = false, children }: Props) {
  const { t, i18n } = useTranslation();
  return (
    <div className={styles.door} data-guest={guest || undefined}>
      <div className={styles.way}>
        <p className={styles.brand}>
          <Logo />
          <b>Takt</b>
        </p>
        <div className={styles.middle}>
          <header>
            <PageTitle>{title}</PageTitle>
            {lead && <p className={styles.lead}>{lead}</p>}
          </header>
          {children}
        </div>
        <div className={styles.foot}>
          {!guest && <span>{t("signIn.ownServer")}</span>}
          <nav aria-label={t("language.choose")}>
            {languages.map((language) => (
              <button
                key={language}
                type="button"
                lang={language}
                aria-current={i18n.language === language || undefined}
                onClick={() => chooseAtTheDoor(language)}
              >
                {t(`language.of.${language}`)}
              </button>
            ))}
          </nav>
        </div>
      </div>
      {!guest && <Weeks />}
    </div>
  );
}

// A cycle of 26 weeks, ten of them over: how high a bar is means nothing.
const over = [34, 40, 52, 30, 44, 62, 38, 56, 70];
const weeks = [
  ...over.map((height) => ({ height, is: "over" })),
  { height: 92, is: "now" },
  ...Array.from({ length: 15 }, () => ({ height: 48, is: "ahead" })),
  { height: 66, is: "ahead" },
];

/** The beat, and what it is for. */
function Weeks() {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section className={styles.art} aria-labelledby={id}>
      <svg
        className={styles.weeks}
        viewBox="0 0 260 100"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {weeks.map(({ height, is }, week) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a week is its number
            key={week}
            data-is={is}
            x={week * 10}
            y={100 - height}
            width={5.8}
            height={height}
            rx={1.6}
          />
        ))}
      </svg>
      <div>
        <p id={id} className={styles.question}>
          {t("signIn.question")}
        </p>
        <p className={styles.beat}>{t("signIn.beat")}</p>
      </div>
    </section>
  );
}
