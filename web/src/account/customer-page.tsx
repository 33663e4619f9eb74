import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, data, type Schemas } from "../api/client";
import { type Entity, move } from "../api/entity";
import { ofAccounts, useSend } from "../api/use-send";
import { formatDate } from "../app/format";
import type { Texts } from "../app/i18n";
import { WriteButton, writerOf } from "../app/may";
import { PageTitle } from "../app/page-title";
import { Loading } from "../app/shell";
import { useLive } from "../app/use-live";
import { cockpitQuery } from "../cockpit/cockpit-query";
import { ArchivedList } from "../entity/archived-list";
import type { EntityFormProps } from "../entity/entity-form";
import { type Field, type Option, optionsOf, type Values } from "../entity/fields";
import { EntityForm } from "../entity/lazy-form";
import { AssumedMark } from "../question/assumed-mark";
import { usersQuery } from "../user/users-query";
import {
  accountProfileFields,
  contactFields,
  memberFields,
  productAreaFields,
  siteFields,
} from "./account-fields";
import { AccountPage } from "./account-page";
import { AccountProfile } from "./account-profile";
import { BuyingCentre } from "./buying-centre";
import { ContactLine } from "./contact-line";
import { nameInTeam } from "./name-in-team";
import { superiors } from "./superiors";

type Opened = Omit<EntityFormProps, "onClose">;

/** The kinds of entities that have a section of their own. */
type Sectioned = "/team-members" | "/sites" | "/product-areas" | "/contacts";

/** Who the customer is: buying centre, sites, product areas, profile, testimonials, and our team. */
export default function CustomerPage() {
  const { t } = useTranslation();
  const { account } = useParams({ from: "/accounts/$account/customer" });
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
  if (!cockpit.data || !users.data || !centre.data || !members.data) return <Loading />;
  const { team, sites, productAreas } = cockpit.data;
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
    title: t(`settings.${name}`),
    add: t(`settings.add.${name}`),
    empty: t(`settings.empty.${name}`),
    collection,
    parent: `/accounts/${account}` as const,
    fields,
    initial,
  });

  return (
    <AccountPage account={cockpit.data.account}>
      <PageTitle of={cockpit.data.account.name}>{t("place.customer")}</PageTitle>
      <div className="cockpit">
        <div className="stack">
          <Section
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
              return { name: contact.name, more: view && <ContactLine view={view} /> };
            }}
            onOpen={setOpened}
          >
            <BuyingCentre page={centre.data} />
          </Section>
          <Section
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
          <Section
            {...section("areas", "/product-areas", productAreaFields, { standing: "none" })}
            entities={productAreas}
            line={(area) => ({ name: area.name, more: t(`choice.Standing.${area.standing}`) })}
            onOpen={setOpened}
            movable
          />
        </div>
        <aside className="aside">
          <Profile
            account={cockpit.data.account}
            managers={team
              .filter(({ role }) => role === "manager")
              .map(({ person }) => person.name)}
          />
          <Section
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
          <Testimonials account={account} sites={siteOptions} />
        </aside>
      </div>
      {opened && <EntityForm {...opened} onClose={() => setOpened(undefined)} />}
    </AccountPage>
  );
}

/** The customer itself: how it buys, its year, its figures. */
function Profile({ account, managers }: { account: Schemas["Account"]; managers: string[] }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  return (
    <section className="card stack" id={account.id} tabIndex={-1}>
      <div className="head">
        <h2>{t("customer.profile")}</h2>
        <WriteButton who="manage" variant="default" onClick={() => setEditing(true)}>
          {t("edit")}
        </WriteButton>
      </div>
      <AccountProfile account={account} managers={managers} />
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
    </section>
  );
}

/** What the customer said, at whichever key result it was heard. */
function Testimonials({ account, sites }: { account: string; sites: Option[] }) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ["account", account, "testimonials"],
    queryFn: () =>
      data(api.GET("/api/v1/accounts/{account}/testimonials", { params: { path: { account } } })),
    throwOnError: false,
  });
  if (!query.data) return null;
  return (
    <section className="card stack">
      <h2>{t("testimonial.all")}</h2>
      {query.data.length === 0 && <p className="muted">{t("testimonial.empty")}</p>}
      <ul className="list">
        {query.data.map(({ id, text, site, receivedOn, released, keyResult }) => (
          <li key={id} id={id} tabIndex={-1}>
            {keyResult ? (
              <Link className="title-link" to="/key-results/$keyResult" params={{ keyResult }}>
                <q>{text}</q>
              </Link>
            ) : (
              <q>{text}</q>
            )}
            <div className="muted">
              {[
                sites.find(({ value }) => value === site)?.label,
                receivedOn && formatDate(receivedOn),
                t(released ? "testimonial.released" : "testimonial.notReleased"),
              ]
                .filter(Boolean)
                .join(" · ")}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface SectionProps<T> {
  title: string;
  add: string;
  empty: string;
  collection: Sectioned;
  parent: `/accounts/${string}`;
  fields: Field[];
  initial: Values;
  entities: T[];
  /** The fields of one that is there already, where they are others. */
  fieldsOf?: (entity: T) => Field[];
  line: (entity: T) => { name: string; more: ReactNode };
  onOpen: (opened: Opened) => void;
  movable?: boolean;
  children?: ReactNode;
}

/** One kind of entity as a list: open, add, order, restore. */
function Section<T extends Entity>(props: SectionProps<T>) {
  const { t } = useTranslation();
  const { title, collection, parent, fields, initial, onOpen } = props;
  const moving = useSend(
    ({ entity, position }: { entity: T; position: number }) => move(collection, entity, position),
    { refreshes: [ofAccounts] },
  );
  return (
    <section className="card stack">
      <div className="head">
        <h2>{title}</h2>
        <WriteButton
          who={writerOf(collection)}
          variant="default"
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
      </div>
      {props.children}
      {props.entities.length === 0 && <p className="muted">{props.empty}</p>}
      <ul className="list">
        {props.entities.map((entity, index) => {
          const { name, more } = props.line(entity);
          return (
            <li key={entity.id} className="row">
              <button
                type="button"
                id={entity.id}
                className="plain grow"
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
                <span className="muted">{more}</span>
              </button>
              {props.movable && index > 0 && (
                <WriteButton
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t("moveUp", { name })}
                  onClick={() => moving.send({ entity, position: index })}
                >
                  ↑
                </WriteButton>
              )}
            </li>
          );
        })}
      </ul>
      <ArchivedList
        parent={parent}
        collections={[collection]}
        name={(entity) => props.line(entity as unknown as T).name}
      />
    </section>
  );
}
