#include "api/routes.hpp"
#include "report/account_workbook.hpp"

namespace takt::api {

using namespace domain;

namespace {

bool is_plain(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         std::string_view("-._~").find(static_cast<char>(c)) != std::string_view::npos;
}

/// RFC 6266: the name in UTF-8, and before it one in ASCII for whoever can't read that.
std::string attachment(const std::string& name) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string ascii;
  std::string encoded;
  for (const auto c : name) {
    const auto byte = static_cast<unsigned char>(c);
    ascii += byte < 0x80 ? c : '_';
    if (is_plain(byte))
      encoded += c;
    else
      encoded += {'%', kHex[byte >> 4], kHex[byte & 15]};
  }
  return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
}

}  // namespace

http::Response workbook_answer(report::File file) {
  http::Response response;
  response.headers = {{"Content-Type", std::string(kWorkbook)},
                      {"Cache-Control", "no-store"},
                      {"Content-Disposition", attachment(file.name)}};
  response.body = std::move(file.content);
  return response;
}

void declare_workbook_routes(Router& router, Parts&) {
  auto& context = router.context();
  router
      .add<void, void>(
          "GET", "/api/v1/accounts/{account}/workbook", Permission::see,
          "The account plan as an Excel workbook, in the caller's language.",
          [&](Call& call) {
            return workbook_answer(report::account_workbook(context, call.caller, call.id()));
          })
      .named("getWorkbook")
      .answers(std::string(kWorkbook));
}

}  // namespace takt::api
