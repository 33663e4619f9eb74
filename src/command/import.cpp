#include "command/import.hpp"

#include "command/import_run.hpp"
#include "store/import_store.hpp"
#include "store/kpi_store.hpp"

namespace takt::command {

using namespace domain;

namespace {

constexpr int kMostColumns = 100;

/// A body that was read: what it is, and its rows in the JSON that they came in.
struct ReadImport {
  ImportHead head;
  const boost::json::array* rows = nullptr;
};

bool is_row(const boost::json::value& row, std::size_t columns) {
  const auto* object = row.if_object();
  const auto* line = object ? object->if_contains("line") : nullptr;
  const auto* cells = object ? object->if_contains("cells") : nullptr;
  return line && line->is_int64() && line->get_int64() > 0 && line->get_int64() < 100'000'000 &&
         object->size() == 2 && cells && cells->is_array() &&
         cells->get_array().size() <= columns &&
         std::ranges::none_of(cells->get_array(), [](const boost::json::value& cell) {
           return cell.is_object() || cell.is_array();
         });
}

void check_columns(const ImportHead& head, mapping::Errors& errors) {
  for (std::size_t i = 0; i < head.columns.size(); ++i) {
    if (!head.columns[i]) continue;
    const auto at = "/columns/" + std::to_string(i);
    const auto fields = fields_of(head.kind);
    if (std::ranges::find(fields, *head.columns[i], &Field::field) == fields.end())
      mapping::add_error(errors, at, "not_here", "is no column of this kind of import");
    const auto first = std::ranges::find(head.columns, head.columns[i]) - head.columns.begin();
    if (static_cast<std::size_t>(first) < i)
      mapping::add_error(errors, at, "twice",
                         "is column " + std::to_string(first + 1) + " already");
  }
}

ReadImport read_import(const boost::json::value& body) {
  ReadImport out;
  mapping::Errors errors;
  mapping::read_object<ImportHead>(body, out.head, "", errors, mapping::Missing::report, {"rows"});
  if (out.head.columns.size() > kMostColumns)
    mapping::add_error(errors, "/columns", "too_many", "has more than 100 entries");
  check_columns(out.head, errors);
  const auto* rows = body.is_object() ? body.get_object().if_contains("rows") : nullptr;
  if (!rows)
    mapping::add_error(errors, "/rows", "required", "is required");
  else if (!rows->is_array())
    mapping::add_error(errors, "/rows", "not_a_list", "must be a list");
  else if (rows->get_array().size() > kMostRows)
    mapping::add_error(errors, "/rows", "too_many", "has more than 10000 entries");
  else
    for (std::size_t i = 0; i < rows->get_array().size(); ++i)
      if (!is_row(rows->get_array()[i], out.head.columns.size()))
        mapping::add_error(errors, "/rows/" + std::to_string(i), "not_a_row",
                           "must be a line number and cells: texts, numbers or null, no more than "
                           "there are columns");
  if (!errors.empty()) throw Problem::invalid(std::move(errors));
  out.rows = &rows->get_array();
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

[[noreturn]] void refuse_rows(const ImportAnswer& answer) {
  Problem problem(
      Problem::Kind::conflict, "rows_refused",
      std::to_string(answer.refused) + " rows are refused: leave them out, or put them right.");
  for (const auto& row : answer.rows)
    for (const auto& each : row.problems)
      mapping::add_error(problem.fields,
                         "/lines/" + std::to_string(row.line) +
                             (each.column ? "/" + std::to_string(*each.column) : ""),
                         each.code, each.detail);
  throw problem;
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
  put<T>(context, session, caller, before, std::move(after), "import_undone", revision);
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
  if (revision) context.announce(account, revision);
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
    auto after = before;
    after.undo_first_revision = store::lock_ledger(session, account).value().revision + 1;
    for (const auto& done : store::changes_by(session, before))
      with_imported(before.kind, [&]<class T>(std::type_identity<T>) {
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
  if (revision) context.announce(account, revision);
  return undone;
}

}  // namespace takt::command
