import { Alert, Button } from "@mantine/core";
import { IconFileText } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FileDrop } from "../ui/file-drop";
import { forgetTemplate, keepTemplate, type Template } from "./kept-template";
import style from "./slide.module.css";

const largest = 50_000_000;

/** One's own .pptx, chosen or dropped; this browser keeps it for the next slide. */
export function TemplateInput({
  template,
  making,
  onChange,
  onSample,
}: {
  template: Template | null;
  making: boolean;
  onChange: (template: Template | null) => void;
  onSample: () => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [told, setTold] = useState<"large" | "notKept">();

  const tell = (next: Template | null) => {
    queries.setQueryData(["slide-template"], next);
    onChange(next);
  };
  const take = async (file: File) => {
    setTold(undefined);
    if (file.size > largest) return setTold("large");
    const next = { name: file.name, file: await file.arrayBuffer() };
    if (!(await keepTemplate(next))) setTold("notKept");
    tell(next);
  };
  return (
    <>
      <p className="muted">{t("slide.ownWhat", { example: "{{account}}" })}</p>
      <FileDrop
        label={t("slide.file")}
        hint={t("slide.dropHere")}
        choose={t("slide.choose")}
        accept=".pptx"
        onFile={take}
        act={
          <Button variant="subtle" loading={making} onClick={onSample}>
            {t("slide.begin")}
          </Button>
        }
      />
      {told === "large" && (
        <Alert color="red" role="alert">
          {t("slide.wrong.large")}
        </Alert>
      )}
      {template && (
        <div className={style.chosen} role="status">
          <IconFileText size={20} stroke={1.75} aria-hidden="true" />
          <span className="grow">
            {t("slide.chosen", { name: template.name })}
            {told === "notKept" && <small className="muted"> {t("slide.notKept")}</small>}
          </span>
          <Button
            variant="default"
            onClick={() => {
              forgetTemplate().catch(() => undefined);
              tell(null);
            }}
          >
            {t("slide.forget")}
          </Button>
        </div>
      )}
    </>
  );
}
