#include "page/slide_template.hpp"

#include "domain/problem.hpp"
#include "store/slide_template_store.hpp"

namespace takt::page {

using namespace domain;

SlideTemplatePlace slide_template(Context& context, const Caller& caller) {
  require(context, caller, Permission::signed_in);
  return place_of(context.database.peek([](store::Session& session) {
    return store::find<SlideTemplate>(session, store::organisation_ledger());
  }));
}

SlideTemplateFile slide_template_file(Context& context, const Caller& caller,
                                      std::string_view known) {
  require(context, caller, Permission::signed_in);
  return context.database.read([&](store::Session& session) {
    const auto own =
        place_of(store::find<SlideTemplate>(session, store::organisation_ledger())).kept;
    if (!own) throw Problem::not_found();
    if (own->hash == known) return SlideTemplateFile{own->hash, {}};
    return SlideTemplateFile{own->hash, store::slide_template_file(session)};
  });
}

}  // namespace takt::page
