import { ActionIcon, Menu } from "@mantine/core";
import { IconDots, IconLink, IconMail, IconPencil, IconUserOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatDate } from "../app/format";
import { Chip } from "../ui/chip";
import { PersonMark } from "../ui/person";
import { hereWords, invitedWords, toneOf } from "./access-words";
import styles from "./user-table.module.css";

type User = Schemas["User"];

interface Does {
  onEdit: (user: User) => void;
  /** `anew`: they have come in before, the link is for another password. */
  onMail: (user: User, anew: boolean) => void;
  onLink: (user: User, anew: boolean) => void;
  onDeactivate: (user: User) => void;
}

interface Props extends Does {
  lines: { user: User; access: Schemas["UserState"] }[];
  today: string;
  /** Who looks at it. */
  me: string | undefined;
  /** Whether links go by mail. */
  mails: boolean;
}

/** One line a person; on a phone one card. */
export function UserTable({ lines, today, me, mails, ...does }: Props) {
  const { t } = useTranslation();
  return (
    <table className={styles.users}>
      <thead>
        <tr>
          <th scope="col">{t("field.name")}</th>
          <th scope="col">{t("field.role")}</th>
          <th scope="col">{t("users.state")}</th>
          <th scope="col">{t("users.here")}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {lines.map(({ user, access }) => (
          <tr key={user.id}>
            <th scope="row">
              <div className={styles.person}>
                <PersonMark name={user.name} size="l" beside />
                <div className={styles.name}>
                  <button type="button" className="plain" onClick={() => does.onEdit(user)}>
                    <b>{user.name}</b>
                  </button>
                  <span>{user.email}</span>
                  {user.function && <span>{user.function}</span>}
                </div>
              </div>
            </th>
            <td>{t(`choice.OrganisationRole.${user.role}`)}</td>
            <td>
              <Chip tone={toneOf[access.state]} dot={access.state === "active" ? "full" : "hollow"}>
                {t(`choice.AccessState.${access.state}`)}
              </Chip>
              <div className={styles.since}>{invitedWords(access, t)}</div>
            </td>
            <td>
              <span className={styles.label}>{t("users.here")}: </span>
              <span title={access.hereOn ? formatDate(access.hereOn) : undefined}>
                {hereWords(access.hereOn, today, t)}
              </span>
            </td>
            <td className={styles.more}>
              <More user={user} access={access} me={me} mails={mails} {...does} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const icon = { size: 16, stroke: 1.75, "aria-hidden": true } as const;

/** What can be done with somebody. */
function More({
  user,
  access,
  me,
  mails,
  ...does
}: Does & Pick<Props, "me" | "mails"> & { user: User; access: Schemas["UserState"] }) {
  const { t } = useTranslation();
  const anew = access.state === "active";
  const before = access.state !== "not_invited";
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" aria-label={t("nav.moreOf", { name: user.name })}>
          <IconDots size={18} stroke={1.75} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => does.onEdit(user)}>
          {t("edit")}
        </Menu.Item>
        {mails && (
          <Menu.Item leftSection={<IconMail {...icon} />} onClick={() => does.onMail(user, anew)}>
            {t(anew ? "users.passwordMail" : before ? "users.mailAgain" : "users.mail")}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconLink {...icon} />} onClick={() => does.onLink(user, anew)}>
          {t(anew ? "users.passwordLink" : before ? "users.linkAgain" : "users.invite")}
        </Menu.Item>
        {user.id !== me && (
          <Menu.Item
            className={styles.away}
            leftSection={<IconUserOff {...icon} />}
            onClick={() => does.onDeactivate(user)}
          >
            {t("users.deactivate")}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
