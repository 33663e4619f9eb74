#include "command/import.hpp"

#include "command/import_body.hpp"
#include "command/import_run.hpp"
#include "command/plan_rules.hpp"
#include "store/check_in_store.hpp"
#include "store/import_store.hpp"
#include "store/kpi_store.hpp"

namespace takt::command {

using namespace domain;

namespace {

/// A body that was read: what it is, and its rows in the JSON that they came in.
struct ReadImport {
  ImportHead head;
  const boost::json::array* rows = nullptr;
};

ReadImport read_import(const boost::json::value& body) {
  ReadImport out;
  mapping::Errors errors;
  mapping::read_object<ImportHead>(body, out.head, "", errors, mapping::Missing::report, {"rows"});
  out.rows = &read_rows(body, out.head, fields_of(out.head.kind), kMostRows, std::move(errors));
  return out;
}

template <class T>
void name_all(store::Session& session, const Id& account, Names& names, NameIndex& index) {
  for (const auto& one : store::all_of<T>(session, account)) {
    names.add(index, store::title_of(session, one), one.id, one.archived_at.has_value());
    session.remember(store::table<T>() + one.id.text, one);
  }
}

Names names_of(store::Session& session, const Id& account) {
  Names names;
  name_all<Site>(session, account, names, names.sites);
  name_all<ProductArea>(session, account, names, names.areas);
  name_all<Contact>(session, account, names, names.contacts);
  name_all<Kpi>(session, account, names, names.kpis);
  name_all<KeyResult>(session, account, names, names.key_results);
  name_all<Cycle>(session, account, names, names.cycles);
  for (const auto& user : store::team_users(session, account)) {
    names.add(names.team, user.name, user.id, false);
    names.team.add(user.email, user.id);
  }
  return names;
}

void run_import(ImportRun& run) {
  const auto account = store::must_find<Account>(run.session, run.account);
  if (account.archived_at)
    conflict("archived", "What this belongs to is archived; restore that first.");
  run.by.format = run.head.format;
  run.by.share_period = account.share_period;
  run.by.names = names_of(run.session, run.account);
  run.reason = "import";
  with_imported(run.head.kind, [&]<class T>(std::type_identity<T>) { run_rows<T>(run); });
}

/// The answer of an import that was made already.
ImportAnswer answer_of(Import made) {
  return {made.added, made.changed, made.unchanged, made.left_out, {}, std::move(made)};
}

/// Records a run that changed something.
void record_import(ImportRun& run, long long first_revision) {
  Import made;
  made.account = run.account;
  made.created_at = run.context.now();
  made.id = run.head.id.value_or(access::new_id(made.created_at));
  made.kind = run.head.kind;
  made.file = run.head.file;
  made.hash = run.head.hash;
  made.imported_by = run.caller.user;
  made.added = run.answer.added;
  made.changed = run.answer.changed;
  made.unchanged = run.answer.unchanged;
  made.left_out = run.answer.refused;
  made.first_revision = first_revision;
  made.last_revision = run.revision;
  store::insert(run.session, made);
  run.revision = record<Import>(run.context, run.session, run.caller, nullptr, made, "");
  run.answer.import_ = std::move(made);
}

/// Calls `f(std::type_identity<T>)` for the entity that a change of an import is of.
template <class F>
void with_changed(std::string_view term, F f) {
  using Changed = boost::mp11::mp_list<Site, ProductArea, Contact, SupplyRecord, KpiValue, Signal,
                                       Action, Objective, KeyResult, CheckIn>;
  boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, Changed>>(
      [&]<class T>(std::type_identity<T> type) {
        if (term == T::kTerm) f(type);
      });
}

/// Puts the entry back to what it was before the change, or archives it where it was new.
template <class T>
void take_back(Context& context, store::Session& session, const Caller& caller,
               const store::Change& done, long long& revision) {
  const auto before = store::must_find<T>(session, done.entity_id);
  auto after = before;
  if (done.action == store::ChangeAction::created)
    after.archived_at = context.now();
  else
    mapping::read_stored(mapping::parse_stored_json(done.before.text), after);
  if constexpr (std::same_as<T, CheckIn>) {
    // Nobody changes a check-in but the undo of the import that brought it, in a cycle that is
    // open.
    const auto key_result = store::must_find<KeyResult>(session, before.key_result);
    must_be_open(cycle_of(session, key_result.objective));
    // What a correction took the place of holds again, and can be corrected again.
    after.supersedes.reset();
    ++after.version;
    store::update(session, after);
    revision = record(context, session, caller, &before, after, "import_undone");
    store::mark_overtaken_anew(session, after);
    if (before.supersedes)
      store::mark_overtaken_anew(session, store::must_find<CheckIn>(session, *before.supersedes));
    return;
  }
  put<T>(context, session, caller, before, std::move(after), "import_undone", revision);
}

/// What present entries refer to what the changes added, but are no part of it: archived, it would
/// leave them hanging.
std::set<std::string> users_of_added(store::Session& session, const Id& account,
                                     const std::vector<store::Change>& changes) {
  using Users = boost::mp11::mp_list<Contact, SupplyRecord, SiteTarget, CheckIn, KeyResult,
                                     Objective, OpenQuestion, Meeting, Testimonial, TestimonialUse>;
  std::set<Id> added;
  for (const auto& done : changes)
    if (done.action == store::ChangeAction::created) added.insert(done.entity_id);
  std::set<std::string> out;
  boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, Users>>(
      [&]<class T>(std::type_identity<T>) {
        for (const auto& one : store::present_of<T>(session, account)) {
          bool uses = false;
          auto look = [&](const auto& reference, const std::string&) {
            uses = uses || added.contains(reference);
          };
          each_reference(one, "", look);
          // A correction is no reference: it may be of what is not present.
          if constexpr (std::same_as<T, CheckIn>)
            uses = uses || (one.supersedes && added.contains(*one.supersedes));
          if (uses && !added.contains(one.id) && hangs_on_present(session, one))
            out.insert(title_of(session, one));
        }
      });
  return out;
}

}  // namespace

ImportAnswer preview_import(Context& context, const Caller& caller, const Id& account,
                            const boost::json::value& body) {
  require(context, caller, Permission::contribute, account);
  const auto read = read_import(body);
  return context.database.read([&](store::Session& session) {
    ImportRun run{context, session, caller, account, read.head, *read.rows, true};
    run_import(run);
    return std::move(run.answer);
  });
}

ImportAnswer make_import(Context& context, const Caller& caller, const Id& account,
                         const boost::json::value& body) {
  require(context, caller, Permission::contribute, account);
  const auto read = read_import(body);
  const auto& id = read.head.id;
  long long revision = 0;
  auto answer = context.database.write(account, [&](store::Session& session) {
    revision = 0;
    if (id && store::id_taken(session, *id)) {
      auto same = store::find<Import>(session, *id);
      if (!same || same->account != account)
        conflict("id_taken", "The id is used by another entry.");
      // Sent again it is the same; with another file it would be lost.
      if (same->hash != read.head.hash || same->kind != read.head.kind)
        conflict("id_taken", "The id is used by an import of another file.");
      return answer_of(std::move(*same));
    }
    const auto first = store::lock_ledger(session, account).value().revision + 1;
    ImportRun run{context, session, caller, account, read.head, *read.rows};
    run_import(run);
    if (run.answer.refused > 0 && !read.head.leave_out) refuse_rows(run.answer);
    if (run.revision) record_import(run, first);
    revision = run.revision;
    return std::move(run.answer);
  });
  tell(context, account, revision);
  return answer;
}

Import undo_import(Context& context, const Caller& caller, const Id& id) {
  const auto account = require_write<Import>(context, caller, id);
  long long revision = 0;
  auto undone = context.database.write(account, [&](store::Session& session) {
    revision = 0;
    const auto before = store::must_find<Import>(session, id);
    if (before.undone_at) return before;
    if (const auto names = store::changed_since(session, before); !names.empty()) {
      Problem problem(Problem::Kind::conflict, "changed_since",
                      "Some of it was changed since: what is new there would be lost.");
      for (const auto& name : names) problem.fields.push_back({"", "changed_since", name});
      throw problem;
    }
    const auto changes = store::changes_by(session, before);
    if (const auto names = users_of_added(session, account, changes); !names.empty()) {
      Problem problem(Problem::Kind::conflict, "still_used",
                      "What it added is used by others: archive those, or take them back, first.");
      for (const auto& name : names) problem.fields.push_back({"", "still_used", name});
      throw problem;
    }
    auto after = before;
    after.undo_first_revision = store::lock_ledger(session, account).value().revision + 1;
    for (const auto& done : changes)
      with_changed(done.entity, [&]<class T>(std::type_identity<T>) {
        take_back<T>(context, session, caller, done, revision);
      });
    after.undo_last_revision = revision;
    after.undone_at = context.now();
    after.undone_by = caller.user;
    ++after.version;
    store::update(session, after);
    revision = record<Import>(context, session, caller, &before, after, "");
    return after;
  });
  tell(context, account, revision);
  return undone;
}

}  // namespace takt::command
