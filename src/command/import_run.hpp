#pragma once
// The rows of an import, one after the other, by the rules of every create and change.

#include <cmath>

#include "command/entity.hpp"
#include "command/import_body.hpp"
#include "command/import_field.hpp"
#include "domain/cycle.hpp"

namespace takt::command {

/// What a plan holds by then, by name.
struct PlanNames {
  std::map<Id, domain::Cycle> cycles;
  std::multimap<std::string, domain::Objective> objectives;
  std::multimap<std::string, domain::KeyResult> key_results;
};

/// An import under way, in a write or, to judge only, in a read.
struct ImportRun {
  Context& context;
  store::Session& session;
  const Caller& caller;
  const Id& account;
  const ImportHead& head;
  const boost::json::array& rows;
  bool judge_only = false;
  ReadBy by{};
  std::string reason{};  ///< as the change log keeps it
  long long revision = 0;
  std::optional<PlanNames> plan{};  ///< read where rows name parts of it
  ImportAnswer answer{};

  /// The column that a member of the entry is read from.
  std::optional<int> column_of(std::string_view member) const {
    for (const auto& field : fields_of(head.kind))
      if (field.member == member || (member == "period" && field.member == "startsOn"))
        for (std::size_t i = 0; i < head.columns.size(); ++i)
          if (head.columns[i] == field.field) return static_cast<int>(i);
    return {};
  }
  /// Where no column holds the member, the place does not say what is meant: the words do.
  std::string in_words(std::string_view member, const std::string& detail) const {
    return column_of(member) || member.empty() ? detail : std::string(member) + ' ' + detail;
  }
  /// By the member that a pointer begins with.
  ImportProblem problem(const domain::FieldError& error) const {
    auto member = std::string_view(error.pointer).substr(error.pointer.empty() ? 0 : 1);
    member = member.substr(0, member.find('/'));
    return {column_of(member), error.code, in_words(member, error.detail), {}};
  }
};

/// The value of a member as people read it.
template <class V>
mapping::RawJson shown(const Names& names, const V& value) {
  mapping::RawJson out;
  if constexpr (mapping::is_optional<V>) {
    if (value) return shown(names, *value);
  } else if constexpr (mapping::is_id<V>) {
    const auto found = names.of.find(value);
    out.text = mapping::to_json(found == names.of.end() ? value.text : found->second);
  } else {
    out.text = mapping::to_json(value);
  }
  return out;
}

/// Of a changed entry what differs, of a new one what the row says of it.
template <class T>
std::vector<ImportValue> values_of(const ImportRun& run, const T* before, const T& after,
                                   const boost::json::object& said) {
  std::vector<ImportValue> out;
  mapping::for_each_member<T>([&](std::string_view name, auto pointer) {
    const auto member = mapping::json_name(name);
    const auto column = run.column_of(member);
    const bool of_row = column || said.contains(member);
    // A correction is an entry of its own: other than by the row it differs anyhow.
    if (!of_row && (!before || std::same_as<T, domain::CheckIn>)) return;
    if (name == "version" || name == "position" || name == "state") return;
    if (before && mapping::to_json(before->*pointer) == mapping::to_json(after.*pointer)) return;
    if (!before && !said.contains(member)) return;
    out.push_back({column, member,
                   before ? shown(run.by.names, before->*pointer) : mapping::RawJson{},
                   shown(run.by.names, after.*pointer)});
  });
  return out;
}

/// The member that a T is found by, in JSON.
template <class T>
inline constexpr const char* kNamed =
    std::same_as<T, domain::Signal> || std::same_as<T, domain::Action> ||
            std::same_as<T, domain::KeyResult>
        ? "title"
        : "name";

/// The member that says below what a T is, in JSON; empty where that is the account.
template <class T>
std::string owner_member() {
  if constexpr (std::same_as<typename T::Parent, domain::Account>)
    return "";
  else
    return mapping::json_name(T::Parent::kTerm);
}

/// Looks up what a row names among what is there by then, and makes what it brings along. False
/// where that was all that the row says.
template <class T>
bool look_up(ImportRun&, Reading&, ImportedRow&) {
  return true;
}
// Of plans: import_plan.cpp.
template <>
bool look_up<domain::KeyResult>(ImportRun& run, Reading& reading, ImportedRow& out);
template <>
bool look_up<domain::CheckIn>(ImportRun& run, Reading& reading, ImportedRow& out);

/// The present entries of one kind, and which of them rows have meant so far.
template <class T>
class Present {
 public:
  Present(store::Session& session, const Id& account)
      : entries_(store::all_of<T>(session, account)) {
    if constexpr (std::same_as<T, domain::CheckIn>) {
      // What was corrected holds no more; of several on a day the last one does.
      std::set<Id> corrected;
      for (const auto& entry : entries_)
        if (entry.supersedes) corrected.insert(*entry.supersedes);
      std::erase_if(entries_, [&](const T& entry) { return corrected.contains(entry.id); });
      std::ranges::stable_sort(entries_, {}, &T::created_at);
    }
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const auto& entry = entries_[i];
      session.remember(store::table<T>() + entry.id.text, entry);
      (entry.archived_at ? archived_ : by_name_)[same_by(entry)].push_back(i);
    }
  }

  /// The one that a row means which says `wanted`; null for none. Throws Unreadable where it may be
  /// one of several.
  const T* meant(const T& wanted, const boost::json::object& said) const {
    const auto found = by_name_.find(same_by(wanted));
    if (found == by_name_.end()) return nullptr;
    auto candidates = found->second;
    constexpr auto kApart = told_apart_by<T>();
    // Signals of one title on two days are two; a contact at another site may have moved.
    const bool narrows = std::same_as<T, domain::Signal> || candidates.size() > 1;
    if (narrows && said.contains(kApart))
      std::erase_if(candidates, [&](std::size_t i) { return apart(entries_[i]) != apart(wanted); });
    if (candidates.empty()) return nullptr;
    if (std::same_as<T, domain::CheckIn>) return &entries_[candidates.back()];
    if (candidates.size() == 1) return &entries_[candidates.front()];
    domain::Unreadable several{"ambiguous",
                               "several entries are called so: give them different names"};
    for (const auto i : candidates) several.choices.push_back(told(entries_[i]));
    throw several;
  }

  bool was_archived(const T& wanted) const { return archived_.contains(same_by(wanted)); }

  /// The line that meant the same entry before; notes `line` where it is the first.
  std::optional<int> line_before(const T* present, const T& wanted, int line) {
    const auto key = present ? present->id.text : same_by(wanted) + '\n' + apart(wanted);
    const auto [at, is_first] = lines_.emplace(key, line);
    return is_first ? std::nullopt : std::optional(at->second);
  }

 private:
  static std::string apart(const T& entry) {
    std::string out;
    mapping::for_each_member<T>([&](std::string_view name, auto pointer) {
      if (mapping::json_name(name) == told_apart_by<T>()) out = mapping::to_json(entry.*pointer);
    });
    return out;
  }
  static std::string told(const T& entry) {
    if constexpr (requires { entry.title; }) return entry.title;
    if constexpr (requires { entry.name; }) return entry.name;
    return entry.id.text;
  }

  std::vector<T> entries_;  // in place as long as this lives
  std::map<std::string, std::vector<std::size_t>> by_name_, archived_;
  std::map<std::string, int> lines_;
};

/// Creates or changes, or only judges as if: then later rows find what this one would have made.
template <class T>
T take_in(ImportRun& run, const T* before, T after) {
  if (!run.judge_only)
    return before ? put<T>(run.context, run.session, run.caller, *before, std::move(after),
                           run.reason, run.revision)
                  : add<T>(run.context, run.session, run.caller, std::move(after), run.reason,
                           run.revision);
  if (before && mapping::to_json(*before) == mapping::to_json(after)) return after;
  if (!before) {
    after.created_at = run.context.now();
    after.id = access::new_id(after.created_at);
  }
  Draft<T> draft{run.context, run.session, run.caller, run.context.today(),
                 before,      after,       run.reason};
  // Of all present ones and of the rows before it none is the same, or it would be that.
  draft.only_one = true;
  judge(draft);
  run.session.remember(store::table<T>() + after.id.text, after);
  return after;
}

/// What the row's cells say; no value for a row in which nothing is.
inline std::optional<Reading> read_row(const ReadBy& by, const ImportFile& file,
                                       std::span<const Field> fields,
                                       const boost::json::array& cells) {
  Reading reading{by, {}};
  const auto& columns = file.columns;
  bool blank = true;
  for (std::size_t i = 0; i < std::min(cells.size(), columns.size()); ++i) {
    if (!columns[i] || is_blank(cells[i])) continue;
    blank = false;
    reading.column = static_cast<int>(i);
    reading.factor = factor_of(file, i);
    // As whoever reads the body marks a number of more digits than are kept.
    if (cells[i].is_double() && !std::isfinite(cells[i].get_double())) {
      reading.refuse({"too_many_digits", "has more than 15 significant digits"});
      continue;
    }
    for (const auto& field : fields)
      if (field.field == columns[i]) field.read(reading, field, cells[i]);
  }
  if (blank) return {};
  return reading;
}

/// Puts what a row says over `entry`. Problems are added to `problems`.
template <class T>
void put_over(const ImportRun& run, const boost::json::object& said, T& entry,
              mapping::Missing missing, std::vector<ImportProblem>& problems) {
  mapping::Errors errors;
  // What it hangs on stands in the row, unless that is the account.
  if (const auto owner = owner_member<T>(); !owner.empty()) {
    auto own = said;
    if (const auto* id = own.if_contains(owner))
      mapping::read_json(*id, entry.*T::kParent, '/' + owner, errors);
    else
      errors.push_back({'/' + owner, "required", "is required"});
    own.erase(owner);
    mapping::read_object<T, mapping::OwnMembers>(own, entry, "", errors, missing);
  } else {
    mapping::read_object<T, mapping::OwnMembers>(said, entry, "", errors, missing);
  }
  for (const auto& error : errors) {
    auto problem = run.problem(error);
    // A cell that can't be read is not missing besides.
    if (std::ranges::find(problems, problem.column, &ImportProblem::column) == problems.end() ||
        !problem.column)
      problems.push_back(std::move(problem));
  }
}

template <class T>
void judge_row(ImportRun& run, Present<T>& present, Reading& reading, ImportedRow& out) {
  out.problems = std::move(reading.problems);
  reading.problems.clear();
  if (!look_up<T>(run, reading, out)) return;
  T wanted;
  wanted.account = run.account;
  put_over(run, reading.members, wanted, mapping::Missing::report, out.problems);
  if (!out.problems.empty()) return;
  try {
    const T* meant = present.meant(wanted, reading.members);
    T after = wanted;
    if (meant) {
      after = *meant;
      out.entry = meant->id;
      // It was found by its name, however that is written here.
      reading.members.erase(kNamed<T>);
      put_over(run, reading.members, after, mapping::Missing::keep, out.problems);
    }
    // A check-in is corrected by another one.
    const bool corrects = std::same_as<T, domain::CheckIn> && meant &&
                          mapping::to_json(after) != mapping::to_json(*meant);
    if constexpr (std::same_as<T, domain::CheckIn>)
      if (corrects) {
        after.id = {};
        after.supersedes = meant->id;
      }
    complete(after, reading, out.hints);
    for (auto& hint : out.hints)
      if (!hint.column) hint.column = run.column_of("share");
    if (const auto line = present.line_before(meant, wanted, out.line)) {
      out.problems.push_back({{},
                              "twice",
                              "line " + std::to_string(*line) + " names the same",
                              {std::to_string(*line)}});
      return;
    }
    if (!meant && present.was_archived(wanted))
      out.hints.push_back(
          {{}, "was_archived", "an archived entry is called so; this is a new one", {}});
    const T stored = take_in<T>(run, corrects ? nullptr : meant, std::move(after));
    out.title = store::title_of(run.session, stored);
    out.values = values_of(run, meant, stored, reading.members);
    out.verdict = !meant               ? ImportVerdict::new_
                  : out.values.empty() ? ImportVerdict::unchanged
                                       : ImportVerdict::changed;
    if constexpr (std::same_as<T, domain::Contact>)
      if (!meant) run.by.names.add(run.by.names.contacts, stored.name, stored.id, false);
  } catch (domain::Unreadable& several) {
    out.problems.push_back({run.column_of(kNamed<T>), std::move(several.code),
                            std::move(several.detail), std::move(several.choices)});
  } catch (const Problem& refusal) {
    for (const auto& error : refusal.fields) out.problems.push_back(run.problem(error));
    if (refusal.fields.empty()) out.problems.push_back({{}, refusal.code, refusal.detail, {}});
  }
}

template <class T>
void run_rows(ImportRun& run) {
  Present<T> present(run.session, run.account);
  for (const auto& row : run.rows) {
    auto reading = read_row(run.by, run.head, fields_of(run.head.kind), row.at("cells").as_array());
    if (!reading) continue;
    ImportedRow out{.line = row.at("line").to_number<int>()};
    judge_row<T>(run, present, *reading, out);
    tell(run.answer, std::move(out));
  }
}

}  // namespace takt::command
