#include "command/slide_template.hpp"

#include "command/entity.hpp"
#include "store/slide_template_store.hpp"

namespace takt::command {

using namespace domain;

namespace {

/// How each zip archive with something in it begins, hence each .pptx.
constexpr std::string_view kZip("PK\x03\x04", 4);

void must_be_a_template(const std::string& bytes) {
  if (bytes.size() > kMostTemplateBytes)
    throw Problem(Problem::Kind::too_large, "template_too_large",
                  "A template has at most 8 MB; make its pictures smaller.");
  if (!bytes.starts_with(kZip))
    throw Problem(Problem::Kind::unsupported, "not_a_presentation",
                  "This is no PowerPoint presentation (.pptx), or a password locks it.");
}

/// Stores and records what `edit(SlideTemplate&, Instant)` makes of what the caller saw.
template <class Edit>
SlideTemplatePlace put_template(Context& context, const Caller& caller, int version,
                                const std::string& bytes, Edit edit) {
  const auto& organisation = store::organisation_ledger();
  long long revision = 0;
  auto out = context.database.write(organisation, [&](store::Session& session) {
    const auto before = store::find<SlideTemplate>(session, organisation);
    const auto seen = place_of(before);
    if (seen.version != version) throw_stale(mapping::to_json(seen));
    const auto now = context.now();
    auto after = before.value_or(SlideTemplate{});
    edit(after, now);
    after.version = version + 1;
    if (before) {
      store::update(session, after);
    } else {
      after.id = after.account = organisation;
      after.created_at = now;
      store::insert(session, after);
    }
    store::put_slide_template_file(session, bytes);
    revision = record(context, session, caller, before ? &*before : nullptr, after, "");
    return place_of(after);
  });
  context.announce(organisation, revision);
  return out;
}

}  // namespace

SlideTemplatePlace keep_slide_template(Context& context, const Caller& caller, int version,
                                       const FileName& name, const std::string& bytes) {
  require(context, caller, Permission::steer);
  must_be_a_template(bytes);
  return put_template(context, caller, version, bytes, [&](SlideTemplate& own, Instant now) {
    own.name = name;
    own.bytes = static_cast<int>(bytes.size());
    own.hash = access::token_hash(bytes);
    own.stored_by = caller.user;
    own.stored_at = now;
    own.archived_at.reset();
  });
}

SlideTemplatePlace forget_slide_template(Context& context, const Caller& caller, int version) {
  require(context, caller, Permission::steer);
  return put_template(context, caller, version, "", [](SlideTemplate& own, Instant now) {
    if (own.id.empty() || own.archived_at) throw Problem::not_found();
    own.archived_at = now;
  });
}

}  // namespace takt::command
