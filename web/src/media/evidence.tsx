import { Button } from "@mantine/core";
import { IconLink } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { giveConsent, hasConsent, mediaOf } from "./consent";

/** A link as evidence; a video plays in place, but nothing is asked of its provider before consent. */
export function Evidence({ link }: { link: string }) {
  const { t } = useTranslation();
  const media = mediaOf(link);
  const [shown, setShown] = useState(media ? hasConsent(media.provider) : false);
  if (!/^https?:/.test(link)) return <div>{link}</div>;
  const anchor = (
    <a href={link} rel="noreferrer" target="_blank">
      {link}
    </a>
  );
  if (!media) return <div>{anchor}</div>;
  if (shown)
    return (
      <div className="media">
        <iframe
          src={media.player}
          title={t("media.player", { provider: media.provider })}
          allow="fullscreen"
          referrerPolicy="no-referrer"
        />
        {anchor}
      </div>
    );
  return (
    <div className="media-consent">
      <div className="row">
        <IconLink size={16} stroke={1.75} aria-hidden="true" />
        <span className="grow">{anchor}</span>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => {
            giveConsent(media.provider);
            setShown(true);
          }}
        >
          {t("media.consent", { provider: media.provider })}
        </Button>
      </div>
      <p className="muted">{t("media.ask", { provider: media.provider })}</p>
    </div>
  );
}
