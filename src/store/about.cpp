#include "store/about.hpp"

namespace takt::store {

using namespace domain;

namespace {

/// A cell of the supply matrix has no title of its own.
std::string called(Session& session, const SupplyRecord& record) {
  const auto area = find<ProductArea>(session, record.product_area);
  const auto site = record.site ? find<Site>(session, *record.site) : std::nullopt;
  std::string out = area ? title_of(session, *area) : "";
  if (site) out += " · " + title_of(session, *site);
  return out;
}

template <class T>
std::string called(Session& session, const T& entity) {
  return title_of(session, entity);
}

}  // namespace

AboutEntry about_entry(Session& session, AboutKind kind, const Id& id) {
  return with_about(kind, [&]<class T>(std::type_identity<T>) {
    const auto found = find<T>(session, id);
    if (!found) return AboutEntry{"", true, {}};
    AboutEntry out{
        called(session, *found), found->archived_at || !hangs_on_present(session, *found), {}};
    if constexpr (requires { found->key_result; }) out.key_result = found->key_result;
    return out;
  });
}

std::string about_name(Session& session, AboutKind kind, const Id& id) {
  return about_entry(session, kind, id).name;
}

}  // namespace takt::store
