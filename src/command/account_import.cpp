#include "command/account_import.hpp"

#include <set>

#include "command/account.hpp"
#include "command/import_body.hpp"
#include "command/import_run.hpp"
#include "command/people.hpp"
#include "domain/access.hpp"
#include "domain/text.hpp"
#include "mapping/stored.hpp"
#include "store/import_store.hpp"
#include "store/user_store.hpp"

namespace takt::command {

using namespace domain;

namespace {

/// `7` or `Juli`.
void read_month_cell(Reading& reading, const Field& field, const boost::json::value& cell) {
  const auto month = read_period(text_of(cell) + " 2000");
  if (const auto* read = std::get_if<PeriodOf>(&month); read && read->period == Period::month)
    reading.members[field.member] =
        unsigned{std::chrono::year_month_day(read->starts_on.days).month()};
  else
    read_number_cell(reading, field, cell);
}

using F = ImportField;

constexpr Field kAccount[] = {{F::name, "name", read_text_cell},
                              {F::code, "code", read_text_cell},
                              {F::industry, "industry", read_text_cell},
                              {F::managers, "managers", read_people_cell},
                              {F::members, "members", read_people_cell},
                              {F::sponsors, "sponsors", read_people_cell},
                              {F::observers, "observers", read_people_cell},
                              {F::cadence, "cadence", read_number_cell},
                              {F::check_in_interval, "checkInInterval", read_number_cell},
                              {F::first_cycle_start, "firstCycleStart", read_day_cell},
                              {F::share_period, "sharePeriod", read_choice_cell<Period>},
                              {F::customer_fiscal_month, "customerFiscalMonth", read_month_cell},
                              {F::parent, "parent", read_name_cell<&Names::accounts>},
                              {F::external_id, "externalId", read_text_cell},
                              {F::status_note, "statusNote", read_text_cell},
                              {F::purchasing_strategy, "purchasingStrategy", read_text_cell}};

/// A column of a role, the key account managers first: then another one may step back.
struct RoleColumn {
  TeamRole role;
  std::string_view member;
};
constexpr RoleColumn kRoles[] = {{TeamRole::manager, "managers"},
                                 {TeamRole::member, "members"},
                                 {TeamRole::sponsor, "sponsors"},
                                 {TeamRole::observer, "observers"}};

struct WantedMember {
  Id user;
  TeamRole role = TeamRole::member;
};

/// What a row says.
struct WantedAccount {
  boost::json::object fields;
  std::vector<WantedMember> team;
};

/// Ends a transaction in which accounts were written only to be judged.
struct TakenBack : std::exception {
  explicit TakenBack(ImportAnswer answer) : answer(std::move(answer)) {}
  ImportAnswer answer;
};

/// What was refused already, by the row's place in the body.
using RefusedRows = std::map<std::size_t, ImportedRow>;

/// An import of accounts in its transaction.
class AccountRun {
 public:
  AccountRun(Context& context, store::Session& session, const Caller& caller,
             const ImportFile& file)
      : context_(context),
        session_(session),
        caller_(caller),
        file_(file),
        people_(store::users(session, true)),
        // In either language; the file's own name and what it was are kept with each change.
        reason_("Import: " + file.file + " (SHA-256 " + file.hash.substr(0, 12) + ")") {
    by_.format = file.format;
    by_.people = &people_;
    const bool sees_all = allowed(Permission::see, caller.role, {});
    store::AccountFilter seen{.archived = true};
    if (!sees_all) seen.user = caller.user;
    accounts_ = store::accounts(session, seen);
    for (std::size_t i = 0; i < accounts_.size(); ++i) {
      const auto& account = accounts_[i];
      (account.archived_at ? archived_ : named_)[name_key(account.name)].push_back(i);
      can_be_named(account);
    }
    if (sees_all) return;
    for (const auto& [id, told] : store::accounts_created_by(session, caller.user)) {
      if (std::ranges::find(accounts_, id, &Account::id) != accounts_.end()) continue;
      Account then;
      mapping::read_stored(mapping::parse_stored_json(told), then);
      handed_over_.insert(name_key(then.name));
    }
  }

  /// Locks whatever the rows may change, in the order of its ids, before any of it is judged.
  void lock(const boost::json::array& rows) {
    std::set<Id> meant;
    const auto column = std::ranges::find(file_.columns, std::optional(F::name));
    const auto at = static_cast<std::size_t>(column - file_.columns.begin());
    for (const auto& row : rows) {
      const auto& cells = row.at("cells").as_array();
      if (at >= cells.size() || is_blank(cells[at])) continue;
      if (const auto found = named_.find(name_key(text_of(cells[at]))); found != named_.end())
        for (const auto i : found->second) meant.insert(accounts_[i].id);
    }
    for (const auto& id : meant) store::lock_ledger(session_, id);
    for (auto& account : accounts_)
      if (meant.contains(account.id)) account = store::must_find<Account>(session_, account.id);
  }

  void take(const boost::json::array& rows, const RefusedRows& refused) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (const auto known = refused.find(i); known != refused.end()) {
        tell(answer, known->second);
        continue;
      }
      auto reading = read_row(by_, file_, kAccount, rows[i].at("cells").as_array());
      if (!reading) continue;
      ImportedRow out{.line = rows[i].at("line").to_number<int>()};
      take_row(*reading, out);
      if (out.verdict == ImportVerdict::refused) refused_now[i] = out;
      tell(answer, std::move(out));
    }
  }

  void put_new_ones_into_portfolio() {
    for (const auto& account : made_) put_into_portfolio(context_, session_, account);
  }

  ImportAnswer answer;
  RefusedRows refused_now;
  std::map<Id, long long> revisions;  ///< of the accounts that are named; 0: unchanged

 private:
  void can_be_named(const Account& account) {
    const bool archived = account.archived_at.has_value();
    by_.names.add(by_.names.accounts, account.name, account.id, archived);
    if (name_key(account.code) != name_key(account.name))
      by_.names.accounts.add(account.code, account.id, archived);
  }

  std::optional<int> column_of(std::string_view member) const {
    for (const auto& field : kAccount)
      if (field.member == member)
        for (std::size_t i = 0; i < file_.columns.size(); ++i)
          if (file_.columns[i] == field.field) return static_cast<int>(i);
    return {};
  }
  ImportProblem problem(const FieldError& error) const {
    const auto member = std::string_view(error.pointer).substr(error.pointer.empty() ? 0 : 1);
    return {column_of(member.substr(0, member.find('/'))), error.code, error.detail, {}};
  }

  /// Whom the row names; somebody in two roles is refused.
  WantedAccount wanted_of(Reading& reading) const {
    WantedAccount out{std::move(reading.members), {}};
    for (const auto& [role, member] : kRoles) {
      const auto* users = out.fields.if_contains(member);
      if (!users) continue;
      for (const auto& user : users->as_array()) {
        const Id id{std::string(user.as_string())};
        if (std::ranges::find(out.team, id, &WantedMember::user) == out.team.end())
          out.team.push_back({id, role});
        else
          reading.problems.push_back({column_of(member),
                                      "person_twice",
                                      people_.name(id) + " stands in another role already",
                                      {},
                                      people_.name(id)});
      }
      out.fields.erase(member);
    }
    return out;
  }

  /// The account that the row means; null for none. Throws Unreadable where it may be one of
  /// several.
  const Account* meant_by(const std::string& name, const boost::json::object& said) const {
    const auto found = named_.find(name_key(name));
    if (found == named_.end()) return nullptr;
    auto candidates = found->second;
    if (const auto* code = said.if_contains("code"); code && candidates.size() > 1)
      std::erase_if(candidates,
                    [&](std::size_t i) { return accounts_[i].code != plain_text(*code); });
    if (candidates.size() == 1) return &accounts_[candidates.front()];
    Unreadable several{"ambiguous", "several accounts are called so: give them different names"};
    for (const auto i : found->second)
      several.choices.push_back(accounts_[i].name + " (" + accounts_[i].code + ")");
    throw several;
  }
  static std::string plain_text(const boost::json::value& value) {
    return value.is_string() ? plain_cell(value.get_string()) : "";
  }

  /// `Teutonia Hausgeräte SE` → `TEU`, or as much of it as nobody has yet: something to begin with.
  std::optional<std::string> code_of(std::string_view name) const {
    std::string letters;
    for (const auto letter : search_words(name))
      if (letter != ' ') letters += in_capital(letter);
    constexpr std::size_t kFirst = 3, kMost = 12;
    for (auto size = kFirst; size <= kMost; ++size)
      if (std::string code(first_characters(letters, size));
          !code.empty() && !store::code_taken(session_, code, Id{}))
        return code;
    return {};
  }
  static char in_capital(char letter) {
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
  }

  void take_row(Reading& reading, ImportedRow& out) {
    auto wanted = wanted_of(reading);
    out.problems = std::move(reading.problems);
    try {
      judge_and_put(wanted, out);
    } catch (Unreadable& several) {
      out.problems.push_back({column_of("name"), std::move(several.code), std::move(several.detail),
                              std::move(several.choices)});
    } catch (const Problem& refusal) {
      for (const auto& error : refusal.fields) out.problems.push_back(problem(error));
      if (refusal.fields.empty()) out.problems.push_back({{}, refusal.code, refusal.detail, {}});
    }
    if (!out.problems.empty()) {
      out.verdict = ImportVerdict::refused;
      out.values.clear();
    }
  }

  void judge_and_put(WantedAccount& wanted, ImportedRow& out) {
    auto& said = wanted.fields;
    const auto name = said.contains("name") ? plain_text(said["name"]) : "";
    if (name.empty()) return add_problem(out, {column_of("name"), "required", "is required", {}});
    const Account* meant = meant_by(name, said);
    if (!meant && handed_over_.contains(name_key(name))) {
      out.title = name;
      out.verdict = ImportVerdict::unchanged;
      out.hints.push_back({{}, "handed_over", "you added it; its team alone changes it now", {}});
      return;
    }
    const auto own_code = said.contains("code") ? plain_text(said["code"]) : "";
    if (!meant && own_code.empty())
      if (const auto code = code_of(name)) said["code"] = *code;
    Account after = meant ? *meant : Account{};
    if (meant) said.erase("name");  // It was found by it, however that is written here.
    mapping::Errors errors;
    mapping::read_object<Account, mapping::OwnMembers>(
        said, after, "", errors, meant ? mapping::Missing::keep : mapping::Missing::report);
    for (const auto& error : errors) add_problem(out, problem(error));
    if (!out.problems.empty()) return;
    if (const auto line = line_before(meant, name, own_code, out.line)) {
      const auto text = std::to_string(*line);
      return out.problems.push_back({{}, "twice", "line " + text + " names the same", {text}});
    }
    if (meant)
      change(*meant, std::move(after), wanted, out);
    else
      make(std::move(after), wanted, out);
  }

  /// The line that named the same account before; notes `line` where it is the first. Two new ones
  /// of one name are two where both say a code.
  std::optional<int> line_before(const Account* meant, const std::string& name,
                                 const std::string& code, int line) {
    auto& lines = lines_[meant ? meant->id.text : name_key(name)];
    for (const auto& [other, at] : lines)
      if (meant || code.empty() || other.empty() || other == code) return at;
    lines.emplace_back(code, line);
    return {};
  }

  /// A cell that can't be read is not missing besides.
  static void add_problem(ImportedRow& out, ImportProblem problem) {
    if (problem.column && std::ranges::find(out.problems, problem.column, &ImportProblem::column) !=
                              out.problems.end())
      return;
    out.problems.push_back(std::move(problem));
  }

  void make(Account account, const WantedAccount& wanted, ImportedRow& out) {
    Id manager = caller_.user;
    if (!wanted.team.empty()) {
      // The managers stand first. Nobody is made one who is named as something else.
      if (wanted.team.front().role == TeamRole::manager)
        manager = wanted.team.front().user;
      else if (std::ranges::find(wanted.team, manager, &WantedMember::user) != wanted.team.end())
        throw Problem::invalid("/managers", "required", "is required");
    }
    if (archived_.contains(name_key(account.name)))
      out.hints.push_back(
          {{}, "was_archived", "an archived entry is called so; this is a new one", {}});
    account.created_at = context_.now();
    account.id = account.account = access::new_id(account.created_at);
    auto& revision = revisions[account.id];
    account =
        open_account(context_, session_, caller_, std::move(account), manager, reason_, revision);
    put_team(account.id, wanted, revision);
    made_.push_back(account.id);
    can_be_named(account);
    out.title = account.name;
    out.verdict = ImportVerdict::new_;
    tell_fields(nullptr, account, wanted.fields, out);
    tell_team({}, team_of(account.id), out);
  }

  void change(const Account& before, Account after, const WantedAccount& wanted, ImportedRow& out) {
    out.entry = before.id;
    out.title = after.name;
    const auto team = team_of(before.id);
    auto revision = 0LL;
    after = put<Account>(context_, session_, caller_, before, std::move(after), reason_, revision);
    put_team(before.id, wanted, revision);
    tell_fields(&before, after, wanted.fields, out);
    tell_team(team, team_of(before.id), out);
    if (revision == 0) {
      out.verdict = ImportVerdict::unchanged;
      revisions.try_emplace(before.id);
      return;
    }
    const auto role = store::team_role(session_, before.id, caller_.user);
    if (!allowed(Permission::manage, caller_.role, role))
      conflict("not_allowed", "Your role does not allow this.");
    revisions[before.id] = revision;
    out.verdict = ImportVerdict::changed;
  }

  /// Puts whom the row names on the team, in the role that it says.
  void put_team(const Id& account, const WantedAccount& wanted, long long& revision) {
    const auto present = store::all_of<TeamMember>(session_, account);
    for (const auto& [user, role] : wanted.team) {
      const auto before = std::ranges::find_if(
          present, [&, &user = user](const auto& one) { return one.user == user; });
      TeamMember after;
      if (before != present.end()) after = *before;
      after.role = role;
      after.archived_at.reset();
      if (before != present.end()) {
        put<TeamMember>(context_, session_, caller_, *before, after, reason_, revision);
        continue;
      }
      after.account = account;
      after.user = user;
      add<TeamMember>(context_, session_, caller_, after, reason_, revision);
    }
  }

  using Team = std::map<TeamRole, std::vector<std::string>>;
  Team team_of(const Id& account) const {
    Team out;
    for (const auto& one : store::team(session_, account)) out[one.role].push_back(one.name);
    return out;
  }

  void tell_team(const Team& before, const Team& after, ImportedRow& out) const {
    const auto names = [](const Team& team, TeamRole role) {
      const auto found = team.find(role);
      return mapping::RawJson{found == team.end() ? "[]" : mapping::to_json(found->second)};
    };
    for (const auto& [role, member] : kRoles) {
      auto [old_ones, new_ones] = std::pair(names(before, role), names(after, role));
      if (old_ones.text == new_ones.text) continue;
      if (!out.entry) old_ones = {};
      out.values.push_back(
          {column_of(member), std::string(member), std::move(old_ones), std::move(new_ones)});
    }
  }

  /// Of a changed account what differs, of a new one what the row says of it.
  void tell_fields(const Account* before, const Account& after, const boost::json::object& said,
                   ImportedRow& out) const {
    mapping::for_each_member<Account>([&](std::string_view name, auto pointer) {
      const auto member = mapping::json_name(name);
      if (!said.contains(member)) return;
      if (before && mapping::to_json(before->*pointer) == mapping::to_json(after.*pointer)) return;
      out.values.push_back({column_of(member), member,
                            before ? shown(by_.names, before->*pointer) : mapping::RawJson{},
                            shown(by_.names, after.*pointer)});
    });
  }

  Context& context_;
  store::Session& session_;
  const Caller& caller_;
  const ImportFile& file_;
  People people_;
  std::string reason_;
  ReadBy by_;
  std::vector<Account> accounts_;  ///< those that the caller sees
  std::map<std::string, std::vector<std::size_t>> named_, archived_;  ///< by name_key
  std::set<std::string> handed_over_;  ///< what the caller created and sees no more
  /// On which each account was named, with what code.
  std::map<std::string, std::vector<std::pair<std::string, int>>> lines_;
  std::vector<Id> made_;
};

struct ReadAccounts {
  ImportFile file;
  const boost::json::array* rows = nullptr;
};

ReadAccounts read_accounts(const boost::json::value& body) {
  ReadAccounts out;
  mapping::Errors errors;
  mapping::read_object<ImportFile>(body, out.file, "", errors, mapping::Missing::report, {"rows"});
  out.rows = &read_rows(body, out.file, kAccount, kMostAccountRows, std::move(errors));
  return out;
}

}  // namespace

std::span<const Field> account_fields() { return kAccount; }

ImportAnswer preview_account_import(Context& context, const Caller& caller,
                                    const boost::json::value& body) {
  require(context, caller, Permission::steer);
  const auto read = read_accounts(body);
  try {
    const auto judged = [&](store::Session& session) -> ImportAnswer {
      AccountRun run(context, session, caller, read.file);
      run.lock(*read.rows);
      run.take(*read.rows, {});
      throw TakenBack(std::move(run.answer));
    };
    return context.database.write(store::organisation_ledger(), judged);
  } catch (TakenBack& judged) {
    return std::move(judged.answer);
  }
}

ImportAnswer make_account_import(Context& context, const Caller& caller,
                                 const boost::json::value& body) {
  require(context, caller, Permission::steer);
  const auto read = read_accounts(body);
  RefusedRows refused;
  for (;;) {
    std::map<Id, long long> revisions;
    RefusedRows refused_now;
    try {
      auto answer =
          context.database.write(store::organisation_ledger(), [&](store::Session& session) {
            AccountRun run(context, session, caller, read.file);
            run.lock(*read.rows);
            run.take(*read.rows, refused);
            if (run.answer.refused > 0 && !read.file.leave_out) refuse_rows(run.answer);
            // A row that was refused half way is begun anew without it.
            refused_now = std::move(run.refused_now);
            if (!refused_now.empty()) throw TakenBack(std::move(run.answer));
            run.put_new_ones_into_portfolio();
            revisions = std::move(run.revisions);
            return std::move(run.answer);
          });
      for (const auto& [account, revision] : revisions) tell(context, account, revision);
      return answer;
    } catch (const TakenBack&) {
      refused.merge(refused_now);
    }
  }
}

}  // namespace takt::command
