// Rules judge and write nothing, so that a preview can ask them too.

#include "command/entity.hpp"
#include "server.hpp"

namespace takt::tests {
namespace {

using namespace domain;

class Rules : public OnBothDatabases {
 protected:
  /// Judges a new T of the account in a read, as a preview does.
  template <class T>
  mapping::Errors judged(T entity, const Id& account) {
    access::Caller caller;
    caller.user = {katrin.id};
    entity.account = account;
    auto& context = app->context();
    return context.database.read([&](store::Session& session) {
      command::Draft<T> draft{context, session, caller, context.today(), nullptr, entity, ""};
      try {
        command::judge(draft);
      } catch (const Problem& problem) {
        if (problem.fields.empty()) throw;
        return problem.fields;
      }
      return mapping::Errors{};
    });
  }
  long long access_revision() {
    return app->context().database.peek(
        [](store::Session& session) { return store::revision(session, store::access_ledger()); });
  }
};

TEST_P(Rules, OfWhoMayDoWhatCanBeAskedInAPreview) {
  const Id made{account()};
  const auto before = access_revision();
  TeamMember sponsor;
  sponsor.user = Id{head.id};
  EXPECT_TRUE(judged(sponsor, made).empty());
  TeamMember twice;
  twice.user = Id{jonas.id};
  const auto refused = judged(twice, made);
  ASSERT_EQ(1u, refused.size());
  EXPECT_EQ("taken", refused[0].code);
  ApiToken token;
  token.name = std::string("ERP");
  EXPECT_TRUE(judged(token, made).empty());
  EXPECT_EQ(before, access_revision());
}

TEST_P(Rules, LeaveItToTheWriteToTellThatAccessChanged) {
  const auto made = account();
  const auto before = access_revision();
  auto katrins = browser(katrin);
  EXPECT_EQ(201, katrins
                     .post("/api/v1/accounts/" + made + "/team-members",
                           R"({"user":")" + head.id + R"(","role":"sponsor"})")
                     .status);
  EXPECT_EQ(before + 1, access_revision());
  const auto token = katrins.post("/api/v1/accounts/" + made + "/api-tokens", R"({"name":"ERP"})");
  EXPECT_EQ(201, token.status) << token.text;
  EXPECT_EQ(before + 2, access_revision());
}

TAKT_ON_BOTH_DATABASES(Rules);

}  // namespace
}  // namespace takt::tests
