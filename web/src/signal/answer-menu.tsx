import { Button, Menu } from "@mantine/core";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { useMay } from "../app/may";
import { useAnswers } from "./use-answers";

/** All ways to answer a signal behind one button, where there is no room for more. */
export function AnswerMenu({ signal }: { signal: Schemas["Signal"] }) {
  const { t } = useTranslation();
  const { ways, form } = useAnswers(signal);
  const { contribute } = useMay();
  if (!contribute) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default">{t("signal.answer")}</Button>
        </Menu.Target>
        <Menu.Dropdown mah={420} maw="min(100vw - 1rem, 30rem)" style={{ overflowY: "auto" }}>
          {ways.map(({ name, act, choices = [] }) =>
            act ? (
              <Menu.Item key={name} onClick={act}>
                {t(`signal.way.${name}`)}
              </Menu.Item>
            ) : (
              choices.map(({ part, of }) => (
                <Fragment key={part ?? name}>
                  {part && <Menu.Label>{part}</Menu.Label>}
                  {of.map((choice) => (
                    <Menu.Item key={choice.id} onClick={choice.act}>
                      {t("signal.wayTo", { way: t(`signal.way.${name}`), title: choice.title })}
                    </Menu.Item>
                  ))}
                </Fragment>
              ))
            ),
          )}
        </Menu.Dropdown>
      </Menu>
      {form}
    </>
  );
}
