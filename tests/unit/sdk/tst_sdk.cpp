#include <verbale/sdk/check_provider.h>
#include <verbale/sdk/plugin.h>
#include <verbale/sdk/suggestion_provider.h>
#include <verbale/sdk/terms_provider.h>

#include <QtTest/QTest>

#include <memory>
#include <type_traits>

namespace verbale {

namespace {

Result<int> half(int number)
{
    if (number % 2 != 0)
        return Error{QStringLiteral("test.odd"), QStringLiteral("%1 is odd").arg(number)};
    return number / 2;
}

Result<void> wantEven(int number)
{
    if (const auto halved = half(number); !halved)
        return halved.error();
    return {};
}

} // namespace

class TestSdk : public QObject
{
    Q_OBJECT

private slots:
    void aResultIsAValueOrAnError()
    {
        const Result<int> good = half(8);
        QVERIFY(good.ok() && static_cast<bool>(good));
        QCOMPARE(good.value(), 4);
        QCOMPARE(*good, 4);
        const Result<int> bad = half(7);
        QVERIFY(!bad.ok() && !static_cast<bool>(bad));
        QCOMPARE(bad.error().code, QStringLiteral("test.odd"));
        QVERIFY(wantEven(2).ok());
        QCOMPARE(wantEven(3).error().message, QStringLiteral("3 is odd"));
    }

    void aResultOfErrorsHoldsBothKinds()
    {
        // The value's type may be the Error's own: the place decides, not the type.
        const Result<QString> text = QStringLiteral("value");
        QCOMPARE(*text, QStringLiteral("value"));
        QCOMPARE(text->size(), 5);
        Result<QString> changed = text;
        changed->append(QLatin1Char('!'));
        QCOMPARE(*changed, QStringLiteral("value!"));
        changed = Error{QStringLiteral("c"), QStringLiteral("m")};
        QVERIFY(!changed);
    }

    void aResultMovesItsValueOut()
    {
        Result<std::unique_ptr<int>> result = std::make_unique<int>(5);
        const std::unique_ptr<int> taken = *std::move(result);
        QCOMPARE(*taken, 5);
        static_assert(!std::is_copy_constructible_v<Result<std::unique_ptr<int>>>);
        static_assert(std::is_nothrow_move_constructible_v<Result<std::unique_ptr<int>>>);
        static_assert(std::is_copy_constructible_v<Result<TermsAnswer>>);
    }

    void anErrorIsOneLine_data()
    {
        QTest::addColumn<Place>("place");
        QTest::addColumn<QString>("line");
        QTest::newRow("nowhere") << Place{} << "bad news";
        QTest::newRow("file") << Place{"a.tsv"} << "a.tsv: bad news";
        QTest::newRow("line") << Place{"a.tsv", 3} << "a.tsv:3: bad news";
        QTest::newRow("column") << Place{"a.tsv", 3, 14, 99} << "a.tsv:3:14: bad news";
        QTest::newRow("column without line") << Place{"a.tsv", 0, 14} << "a.tsv: bad news";
    }
    void anErrorIsOneLine()
    {
        QFETCH(Place, place);
        const Error error{QStringLiteral("x"), QStringLiteral("bad\nnews"), place};
        QTEST(error.text(), "line");
    }

    void spans()
    {
        static_assert(Span{2, 5}.length() == 3);
        static_assert(Span{}.isEmpty() && Span{3, 3}.isEmpty() && !Span{3, 4}.isEmpty());
        // Against the set of positions that a span covers.
        for (int a = 0; a < 5; ++a)
            for (int b = a + 1; b < 6; ++b)
                for (int c = 0; c < 5; ++c)
                    for (int d = c + 1; d < 6; ++d) {
                        int common = 0;
                        for (int at = 0; at < 6; ++at)
                            common += (a <= at && at < b && c <= at && at < d) ? 1 : 0;
                        const Span first{a, b};
                        const Span second{c, d};
                        QCOMPARE(first.overlaps(second), common > 0);
                        QCOMPARE(first.contains(second), common == d - c);
                        QCOMPARE(first == second, common == b - a && common == d - c);
                    }
    }

    void interfacesAreNamedAndPassValues()
    {
        QCOMPARE(QLatin1String(TermsProvider::interfaceId), QLatin1String("verbale.terms/1"));
        QCOMPARE(QLatin1String(SuggestionProvider::interfaceId), QLatin1String("verbale.suggest/1"));
        QCOMPARE(QLatin1String(CheckProvider::interfaceId), QLatin1String("verbale.check/1"));
        // A request that can be copied and moved is one that can go to another thread or process.
        static_assert(std::is_copy_constructible_v<TermsRequest> &&
                      std::is_copy_constructible_v<TermsAnswer>);
        static_assert(std::is_copy_constructible_v<SuggestRequest> &&
                      std::is_copy_constructible_v<SuggestAnswer>);
        static_assert(std::is_copy_constructible_v<CheckRequest> &&
                      std::is_copy_constructible_v<CheckAnswer>);
        static_assert(std::has_virtual_destructor_v<Plugin> && std::has_virtual_destructor_v<TermsProvider>);
    }

    void aStopReachesItsToken()
    {
        StopSource source;
        const StopToken token = source.get_token();
        QVERIFY(!token.stop_requested());
        source.request_stop();
        QVERIFY(token.stop_requested());
        QVERIFY(!StopToken().stop_possible());
    }
};

} // namespace verbale

QTEST_GUILESS_MAIN(verbale::TestSdk)
#include "tst_sdk.moc"
