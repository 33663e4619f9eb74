#include "api/routes.hpp"
#include "command/slide_template.hpp"
#include "page/slide_template.hpp"

namespace takt::api {

using namespace domain;

namespace {

constexpr const char* kTemplatePath = "/api/v1/organisation/slide-template";

http::Response place_answer(const SlideTemplatePlace& place) {
  auto response = answer(place);
  response.headers.emplace_back("ETag", '"' + std::to_string(place.version) + '"');
  return response;
}

FileName file_name(const Call& call) {
  auto name = call.parameter<FileName>("name");
  if (!name) throw Problem::invalid("/name", "required", "is required");
  return std::move(*name);
}

}  // namespace

void declare_slide_template_routes(Router& router, Parts&) {
  auto& context = router.context();
  router
      .add<void, SlideTemplatePlace>(
          "GET", kTemplatePath, Permission::signed_in,
          "What is known of the organisation's slide template.",
          [&](Call& call) { return place_answer(page::slide_template(context, call.caller)); })
      .named("getSlideTemplate");
  router
      .add<void, void>("GET", std::string(kTemplatePath) + "/file", Permission::signed_in,
                       "The organisation's slide template as it was brought.",
                       [&](Call& call) {
                         std::string_view known = call.request.header("if-none-match");
                         if (known.size() >= 2) known = known.substr(1, known.size() - 2);
                         auto file = page::slide_template_file(context, call.caller, known);
                         http::Response response;
                         response.headers = {{"Content-Type", std::string(kPresentation)},
                                             {"Cache-Control", "private, no-cache"},
                                             {"ETag", '"' + file.hash + '"'}};
                         if (file.bytes)
                           response.body = std::move(*file.bytes);
                         else
                           response.status = 304;
                         return response;
                       })
      .named("getSlideTemplateFile")
      .answers(std::string(kPresentation))
      .keeps_page()
      .refuses(404);
  router
      .add<void, SlideTemplatePlace>(
          "PUT", kTemplatePath, Permission::steer,
          "Keeps a .pptx of at most 8 MB as the organisation's slide template.",
          [&](Call& call) {
            return place_answer(command::keep_slide_template(context, call.caller, call.version(),
                                                             file_name(call), call.request.body));
          })
      .named("keepSlideTemplate")
      .takes_file(kPresentation)
      .reads<FileName>("name", "Of the file; it must be given.")
      .names_version();
  router
      .add<void, SlideTemplatePlace>("DELETE", kTemplatePath, Permission::steer,
                                     "Takes the organisation's slide template away.",
                                     [&](Call& call) {
                                       return place_answer(command::forget_slide_template(
                                           context, call.caller, call.version()));
                                     })
      .named("forgetSlideTemplate")
      .names_version()
      .refuses(404);
}

}  // namespace takt::api
