#include "page/playbooks.hpp"

#include "domain/access.hpp"
#include "domain/playbook.hpp"
#include "domain/user.hpp"
#include "mapping/json_read.hpp"
#include "page/page.hpp"

namespace takt::page {

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
    playbook.account = store::organisation_ledger();
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

}  // namespace takt::page
