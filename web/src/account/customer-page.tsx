import { IconArrowUp } from "@tabler/icons-react";
import { useQueries, useQuery } from "@tanstack/react-query";
import { Navigate, useLocation, useParams, useSearch } from "@tanstack/react-router";
import { type ReactNode, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, data, type Schemas } from "../api/client";
import { type Entity, move } from "../api/entity";
import { ofAccounts, useSend } from "../api/use-send";
import type { Texts } from "../app/i18n";
import { lazyPart } from "../app/lazy-part";
import { WriteButton, writerOf } from "../app/may";
import { PageTitle } from "../app/page-title";
import { Loading } from "../app/shell";
import { useLive } from "../app/use-live";
import { cockpitQuery } from "../cockpit/cockpit-query";
import { ArchivedList } from "../entity/archived-list";
import type { EntityFormProps } from "../entity/entity-form";
import { type Field, optionsOf, type Values } from "../entity/fields";
import { EntityForm } from "../entity/lazy-form";
import { ImportLink } from "../import/import-link";
import type { Pasted } from "../paste/paste-list";
import { AssumedMark } from "../question/assumed-mark";
import { StateSentence } from "../sentence/state-sentence";
import { CsvLink, csvAddress } from "../ui/csv-link";
import { Section } from "../ui/section";
import { usersQuery } from "../user/users-query";
import { AccountActions, actionsQuery } from "./account-actions";
import {
  accountProfileFields,
  contactFields,
  memberFields,
  productAreaFields,
  siteFields,
} from "./account-fields";
import { AccountPage } from "./account-page";
import { AccountProfile } from "./account-profile";
import {
  AccountTestimonials,
  testimonialsQuery,
  testimonialUsesQuery,
} from "./account-testimonials";
import { BuyingCentre } from "./buying-centre";
import { ContactLine, LastContact } from "./contact-line";
import styles from "./customer.module.css";
import { tabOf, told } from "./customer-tab";
import { nameInTeam } from "./name-in-team";
import { CustomerTabs } from "./place-tabs";
import { superiors } from "./superiors";

const PasteDialog = lazyPart(() => import("../paste/paste-dialog"));

type Opened = Omit<EntityFormProps, "onClose">;

/** The kinds of entities that have a section of their own. */
type Sectioned = "/team-members" | "/sites" | "/product-areas" | "/contacts";

/** Who the customer is: buying centre, sites, product areas, profile, testimonials, and our team. */
export default function CustomerPage() {
  const { t } = useTranslation();
  const { account } = useParams({ from: "/accounts/$account/customer" });
  const { tab = "people" } = useSearch({ from: "/accounts/$account/customer" });
  const hash = useLocation({ select: (location) => location.hash });
  useLive(account);
  const [opened, setOpened] = useState<Opened>();
  const cockpit = useQuery(cockpitQuery(account));
  const users = useQuery(usersQuery);
  const members = useQuery({
    queryKey: ["account", account, "members"],
    queryFn: () =>
      data(api.GET("/api/v1/accounts/{account}/team-members", { params: { path: { account } } })),
  });
  const centre = useQuery({
    queryKey: ["account", account, "buying-centre"],
    queryFn: () =>
      data(api.GET("/api/v1/accounts/{account}/buying-centre", { params: { path: { account } } })),
  });
  // What stands beside comes with the page: it would push the rest down. The page stands without it, too.
  const beside = useQueries({
    queries: [testimonialsQuery(account), testimonialUsesQuery(account), actionsQuery(account)],
  });
  const [testimonials, , actions] = beside;
  if (!cockpit.data || !users.data || !centre.data || !members.data) return <Loading />;
  if (beside.some(({ isPending }) => isPending)) return <Loading />;
  const { team, sites, productAreas } = cockpit.data;
  const named = tabOf(hash, {
    people: [...centre.data.contacts.map(({ contact }) => contact), ...(actions.data ?? [])],
    sites: [...sites, ...productAreas, cockpit.data.account],
    testimonials: testimonials.data ?? [],
    team: members.data,
  });
  if (named && named !== tab)
    return (
      <Navigate
        to="/accounts/$account/customer"
        params={{ account }}
        search={{ tab: told(named) }}
        hash={hash}
        replace
      />
    );
  const people = optionsOf(users.data);
  const teamOptions = team.map(({ person }) => ({ value: person.id, label: person.name }));
  const siteOptions = optionsOf(sites);
  const known = cockpit.data.people;
  const views = new Map(centre.data.contacts.map((view) => [view.contact.id, view]));
  const section = (
    name: keyof Texts["settings"]["add"],
    collection: Sectioned,
    fields: Field[],
    initial: Values,
  ) => ({
    kind: name,
    title: t(`settings.${name}`),
    add: t(`settings.add.${name}`),
    empty: t(`settings.empty.${name}`),
    collection,
    account,
    parent: `/accounts/${account}` as const,
    fields,
    initial,
  });

  return (
    <AccountPage account={cockpit.data.account}>
      <div className="row">
        <PageTitle of={cockpit.data.account.name} grow>
          {t("place.customer")}
        </PageTitle>
        <ImportLink account={account} />
      </div>
      <CustomerTabs account={account} />
      {tab === "people" && <StateSentence sentence={centre.data.sentence} />}
      {tab === "people" && (
        <div className={styles.split}>
          <div className={styles.main}>
            <EntitySection
              {...section(
                "contacts",
                "/contacts",
                contactFields(siteOptions, teamOptions, superiors(centre.data)),
                { roles: ["user"], attitude: 0, influence: 1 },
              )}
              entities={centre.data.contacts.map(({ contact }) => contact)}
              fieldsOf={({ id }) => {
                const others = superiors(centre.data, views.get(id), (name) =>
                  t("supply.archived", { name }),
                );
                return contactFields(siteOptions, teamOptions, others);
              }}
              line={(contact) => {
                const view = views.get(contact.id);
                return {
                  name: contact.name,
                  more: view && (
                    <>
                      <ContactLine view={view} /> · <LastContact contact={contact} />
                    </>
                  ),
                };
              }}
              onOpen={setOpened}
            >
              <BuyingCentre contacts={centre.data.contacts} />
            </EntitySection>
          </div>
          <aside className={styles.main}>
            <AccountActions
              account={account}
              team={teamOptions}
              people={known}
              onOpen={setOpened}
            />
          </aside>
        </div>
      )}
      {tab === "sites" && (
        <div className={styles.split}>
          <div className={styles.main}>
            <EntitySection
              {...section("sites", "/sites", siteFields, { kind: "plant" })}
              entities={sites}
              line={(site) => ({
                name: site.name,
                more: [
                  t(`choice.SiteKind.${site.kind}`),
                  site.city,
                  site.purchasers !== null && t("settings.purchasers", { count: site.purchasers }),
                ]
                  .filter(Boolean)
                  .join(" · "),
              })}
              onOpen={setOpened}
              movable
            />
            <EntitySection
              {...section("areas", "/product-areas", productAreaFields, { standing: "none" })}
              entities={productAreas}
              line={(area) => ({ name: area.name, more: t(`choice.Standing.${area.standing}`) })}
              onOpen={setOpened}
              movable
            />
          </div>
          <aside className={styles.main}>
            <Profile
              account={cockpit.data.account}
              managers={team
                .filter(({ role }) => role === "manager")
                .map(({ person }) => person.name)}
            />
          </aside>
        </div>
      )}
      {tab === "testimonials" && (
        <AccountTestimonials
          account={account}
          sites={siteOptions}
          contacts={optionsOf(centre.data.contacts.map(({ contact }) => contact))}
          onOpen={setOpened}
        />
      )}
      {tab === "team" && (
        <EntitySection
          {...section(
            "team",
            "/team-members",
            memberFields([
              ...people,
              // Who left stays named where they are a member, and can't be chosen.
              ...known
                .filter(
                  ({ id }) =>
                    members.data.some(({ user }) => user === id) &&
                    !people.some(({ value }) => value === id),
                )
                .map(({ id, name }) => ({
                  value: id,
                  label: t("settings.left", { name }),
                  disabled: true,
                })),
            ]),
            { role: "member" },
          )}
          entities={members.data}
          line={(member) => ({
            name: nameInTeam(member.user, people, known, (name) => t("settings.left", { name })),
            more: t(`choice.TeamRole.${member.role}`),
          })}
          onOpen={setOpened}
        />
      )}
      {opened && <EntityForm {...opened} onClose={() => setOpened(undefined)} />}
    </AccountPage>
  );
}

/** The customer itself: how it buys, its year, its figures. */
function Profile({ account, managers }: { account: Schemas["Account"]; managers: string[] }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  return (
    <div id={account.id} tabIndex={-1}>
      <Section
        title={t("customer.profile")}
        action={
          <WriteButton
            who="manage"
            variant="subtle"
            size="compact-md"
            onClick={() => setEditing(true)}
          >
            {t("edit")}
          </WriteButton>
        }
      >
        <AccountProfile account={account} managers={managers} />
      </Section>
      {editing && (
        <EntityForm
          title={t("customer.profile")}
          collection="/accounts"
          fields={accountProfileFields}
          entity={account}
          canArchive={false}
          onClose={() => setEditing(false)}
        />
      )}
    </div>
  );
}

interface SectionProps<T> {
  kind: Pasted;
  title: string;
  add: string;
  empty: string;
  collection: Sectioned;
  account: string;
  parent: `/accounts/${string}`;
  fields: Field[];
  initial: Values;
  entities: T[];
  /** The fields of one that is there already, where they are others. */
  fieldsOf?: (entity: T) => Field[];
  line: (entity: T) => { name: string; more: ReactNode };
  onOpen: (opened: Opened) => void;
  movable?: boolean;
  /** Below the list. */
  children?: ReactNode;
}

/** One kind of entity as a list: open, add, order, restore. */
function EntitySection<T extends Entity>(props: SectionProps<T>) {
  const { t } = useTranslation();
  const { title, collection, parent, fields, initial, onOpen } = props;
  const [pastes, setPastes] = useState(false);
  const moving = useSend(
    ({ entity, position }: { entity: T; position: number }) => move(collection, entity, position),
    { refreshes: [ofAccounts] },
  );
  return (
    <Section
      title={title}
      count={props.entities.length}
      action={
        <>
          {collection === "/contacts" && props.entities.length > 0 && (
            <CsvLink file={csvAddress(props.account, "contacts")} of={title} />
          )}
          <WriteButton
            who={writerOf(collection)}
            variant="subtle"
            size="xs"
            aria-haspopup="dialog"
            onClick={() => setPastes(true)}
          >
            {t("paste.many")}
          </WriteButton>
          <WriteButton
            who={writerOf(collection)}
            variant="default"
            size="xs"
            onClick={() =>
              onOpen({
                title: props.add,
                collection,
                parent: `${parent}${collection}`,
                fields,
                initial,
              })
            }
          >
            {t("add")}
          </WriteButton>
        </>
      }
    >
      {props.entities.length === 0 && <p className="muted">{props.empty}</p>}
      <ul className="list">
        {props.entities.map((entity, index) => {
          const { name, more } = props.line(entity);
          return (
            <li key={entity.id} className="row">
              <button
                type="button"
                id={entity.id}
                className={`plain grow ${styles.entity}`}
                onClick={() =>
                  onOpen({
                    title: name,
                    collection,
                    fields: props.fieldsOf?.(entity) ?? fields,
                    entity,
                  })
                }
              >
                <b>{name}</b> <AssumedMark account={String(entity.account)} id={entity.id} />{" "}
                <span className={styles.second}>{more}</span>
              </button>
              {props.movable && index > 0 && (
                <WriteButton
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t("moveUp", { name })}
                  onClick={() => moving.send({ entity, position: index })}
                >
                  <IconArrowUp size={16} stroke={1.75} />
                </WriteButton>
              )}
            </li>
          );
        })}
      </ul>
      {props.children}
      <ArchivedList
        parent={parent}
        collections={[collection]}
        name={(entity) => props.line(entity as unknown as T).name}
      />
      {pastes && (
        <Suspense fallback={null}>
          <PasteDialog
            account={props.account}
            kind={props.kind}
            title={`${title}: ${t("paste.many")}`}
            onClose={() => setPastes(false)}
          />
        </Suspense>
      )}
    </Section>
  );
}
