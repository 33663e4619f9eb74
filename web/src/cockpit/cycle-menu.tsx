import { Button, Menu } from "@mantine/core";
import { IconChevronDown, IconRefresh } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Cockpit } from "./cockpit-query";

/** Which cycle is shown, and the others. */
export function CycleMenu({ cockpit }: { cockpit: Cockpit }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const shown = cockpit.cycles.find((view) => view.cycle.id === cockpit.cycle);
  if (!shown) return null;
  const nameOf = ({ cycle: { name, state }, week, weeks }: typeof shown) =>
    state === "active"
      ? t("timeLine.week", { name, week, weeks })
      : `${name} · ${t(`choice.CycleState.${state}`)}`;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          size="compact-md"
          radius="xl"
          leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden="true" />}
          rightSection={<IconChevronDown size={14} stroke={1.75} aria-hidden="true" />}
        >
          <span className="sr-only">{t("cycle.shown")}: </span>
          {nameOf(shown)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {cockpit.cycles.map((view) => (
          <Menu.Item
            key={view.cycle.id}
            aria-current={view === shown || undefined}
            onClick={() =>
              navigate({
                to: "/accounts/$account",
                params: { account: cockpit.account.id },
                search: { cycle: view.cycle.id },
              })
            }
          >
            {nameOf(view)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
