#include "service/playbook_service.hpp"

namespace takt::service {

using namespace domain;

/// playbooks/playbooks.json, put in by the build.
std::string_view built_in_playbooks();

namespace {

std::vector<Playbook> read_built_in() {
  std::vector<Playbook> out;
  mapping::Errors errors;
  const auto all = mapping::parse_json(built_in_playbooks());
  for (const auto& value : all.as_array()) {
    auto& playbook = out.emplace_back();
    playbook.id = parse_id(std::string_view(value.at("id").as_string())).value();
    mapping::read_object<Playbook, mapping::OwnMembers>(value, playbook, "", errors,
                                                        mapping::Missing::report, {"id"});
  }
  if (!errors.empty())
    throw std::logic_error("playbooks.json is broken at " + errors.front().pointer);
  return out;
}

}  // namespace

std::vector<PlaybookView> playbooks(Context& context, const Caller& caller, Language language) {
  require(context, caller, Permission::signed_in);
  static const auto built_in = read_built_in();
  std::vector<PlaybookView> out;
  for (const auto& playbook : built_in)
    if (playbook.language == language) out.push_back({playbook, false});
  const auto own = context.database.peek([](store::Session& session) {
    return store::present_of<Playbook>(session, store::organisation_ledger());
  });
  for (const auto& playbook : own) out.push_back({playbook, true});
  return out;
}

Objective create_planned(Context& context, const Caller& caller, const Id& cycle,
                         Objective objective, const std::vector<PlaybookKeyResult>& key_results,
                         const std::optional<Id>& id, const std::string& reason) {
  const Id account = require_create<Objective>(context, caller, cycle);
  if (id) objective.id = *id;
  objective.account = account;
  objective.cycle = cycle;
  long long revision = 0;
  auto made = context.database.write(account, [&](store::Session& session) {
    revision = 0;
    if (const auto same = id ? store::find<Objective>(session, *id) : std::nullopt) {
      if (same->cycle != cycle) conflict("id_taken", "The id is used by another entry.");
      return *same;
    }
    const auto parent = add<Objective>(context, session, caller, objective, reason, revision);
    for (const auto& planned : key_results) {
      KeyResult key_result;
      key_result.account = account;
      key_result.objective = parent.id;
      key_result.title = planned.title;
      key_result.kind = planned.kind;
      key_result.unit = planned.unit;
      key_result.start = planned.start;
      key_result.target = planned.target;
      key_result.lower = planned.lower;
      key_result.upper = planned.upper;
      key_result.stages = planned.stages;
      add<KeyResult>(context, session, caller, key_result, reason, revision);
    }
    return parent;
  });
  if (revision) context.announce(account, revision);
  return made;
}

}  // namespace takt::service
