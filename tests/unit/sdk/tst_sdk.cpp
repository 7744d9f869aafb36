#include <verbale/sdk/align_provider.h>
#include <verbale/sdk/check_provider.h>
#include <verbale/sdk/command_provider.h>
#include <verbale/sdk/format_provider.h>
#include <verbale/sdk/plugin_of.h>
#include <verbale/sdk/receipts_provider.h>
#include <verbale/sdk/suggestion_provider.h>
#include <verbale/sdk/terms_provider.h>
#include <verbale/sdk/translation_provider.h>

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
        QCOMPARE(QLatin1String(TranslationProvider::interfaceId), QLatin1String("verbale.translate/1"));
        QCOMPARE(QLatin1String(CheckProvider::interfaceId), QLatin1String("verbale.check/1"));
        // A request that can be copied and moved is one that can go to another thread or process.
        static_assert(std::is_copy_constructible_v<TermsRequest> &&
                      std::is_copy_constructible_v<TermsAnswer>);
        static_assert(std::is_copy_constructible_v<SuggestRequest> &&
                      std::is_copy_constructible_v<SuggestAnswer>);
        static_assert(std::is_copy_constructible_v<TranslateRequest> &&
                      std::is_copy_constructible_v<TranslateAnswer> &&
                      std::is_copy_constructible_v<TranslatePreview>);
        static_assert(std::is_copy_constructible_v<CheckRequest> &&
                      std::is_copy_constructible_v<CheckAnswer>);
        static_assert(std::has_virtual_destructor_v<Plugin> && std::has_virtual_destructor_v<TermsProvider>);
    }

    void aPluginOfInterfacesGivesEachOfThem()
    {
        struct Both final : PluginOf<TermsProvider, CheckProvider>
        {
            Result<TermsAnswer> findTerms(const TermsRequest &, const StopToken &, const Progress &) override
            {
                return TermsAnswer{{}, {QStringLiteral("terms")}};
            }
            Result<CheckAnswer> check(const CheckRequest &, const StopToken &, const Progress &) override
            {
                return CheckAnswer{{}, {QStringLiteral("check")}};
            }
        };
        Both both;
        Plugin &plugin = both;
        QVERIFY(plugin.start({}).ok());
        // Through void *, as the host does it: each is the address of its own interface.
        auto *terms = static_cast<TermsProvider *>(plugin.interfaceFor(TermsProvider::interfaceId));
        auto *check = static_cast<CheckProvider *>(plugin.interfaceFor(CheckProvider::interfaceId));
        QCOMPARE(terms->findTerms({}, {}, {}).value().warnings, QStringList{QStringLiteral("terms")});
        QCOMPARE(check->check({}, {}, {}).value().warnings, QStringList{QStringLiteral("check")});
        QVERIFY(plugin.interfaceFor("verbale.suggest/1") == nullptr);
        plugin.stop();
    }

    /// A plugin that is built passes these values by their layout. Whoever changes one of them breaks it, and
    /// has to raise the major version of the SDK; additions are new headers, interfaces and revisions.
    void layoutsAreThoseOfThisMajorVersion()
    {
        if (sizeof(void *) != 8)
            QSKIP("the sizes are those of 64-bit systems");
        static_assert(VERBALE_SDK_MAJOR == 1, "take down the sizes anew");
        struct Layout
        {
            const char *name;
            std::size_t size;
            std::size_t expected;
        };
        const std::vector<Layout> layouts{{"PluginContext", sizeof(PluginContext), 104},
                                          {"Place", sizeof(Place), 48},
                                          {"Error", sizeof(Error), 96},
                                          {"Span", sizeof(Span), 16},
                                          {"SegmentCode", sizeof(SegmentCode), 32},
                                          {"SegmentText", sizeof(SegmentText), 104},
                                          {"AvoidedTerm", sizeof(AvoidedTerm), 80},
                                          {"TermSense", sizeof(TermSense), 152},
                                          {"TermHit", sizeof(TermHit), 320},
                                          {"TermReceipt", sizeof(TermReceipt), 112},
                                          {"TermsRequest", sizeof(TermsRequest), 176},
                                          {"SegmentTerms", sizeof(SegmentTerms), 56},
                                          {"TermsAnswer", sizeof(TermsAnswer), 48},
                                          {"SuggestSegment", sizeof(SuggestSegment), 128},
                                          {"SuggestRequest", sizeof(SuggestRequest), 72},
                                          {"Suggestion", sizeof(Suggestion), 152},
                                          {"SuggestAnswer", sizeof(SuggestAnswer), 48},
                                          {"TranslateRequest", sizeof(TranslateRequest), 128},
                                          {"Translation", sizeof(Translation), 216},
                                          {"TranslateAnswer", sizeof(TranslateAnswer), 80},
                                          {"OutgoingRequest", sizeof(OutgoingRequest), 72},
                                          {"TranslatePreview", sizeof(TranslatePreview), 176},
                                          {"CheckSegment", sizeof(CheckSegment), 128},
                                          {"CheckRequest", sizeof(CheckRequest), 96},
                                          {"Finding", sizeof(Finding), 144},
                                          {"CheckAnswer", sizeof(CheckAnswer), 48},
                                          {"ReceiptsSegment", sizeof(ReceiptsSegment), 128},
                                          {"ReceiptsRequest", sizeof(ReceiptsRequest), 96},
                                          {"SegmentReceipts", sizeof(SegmentReceipts), 56},
                                          {"ReceiptsAnswer", sizeof(ReceiptsAnswer), 48},
                                          {"AlignRequest", sizeof(AlignRequest), 96},
                                          {"AlignedParts", sizeof(AlignedParts), 40},
                                          {"AlignAnswer", sizeof(AlignAnswer), 48},
                                          {"FormatDetectRequest", sizeof(FormatDetectRequest), 48},
                                          {"FormatDetectAnswer", sizeof(FormatDetectAnswer), 32},
                                          {"FormatReadRequest", sizeof(FormatReadRequest), 48},
                                          {"FormatUnit", sizeof(FormatUnit), 120},
                                          {"FormatReadAnswer", sizeof(FormatReadAnswer), 96},
                                          {"FormatTarget", sizeof(FormatTarget), 72},
                                          {"FormatWriteRequest", sizeof(FormatWriteRequest), 96},
                                          {"FormatWriteAnswer", sizeof(FormatWriteAnswer), 48},
                                          {"CommandListRequest", sizeof(CommandListRequest), 24},
                                          {"Command", sizeof(Command), 72},
                                          {"CommandListAnswer", sizeof(CommandListAnswer), 24},
                                          {"CommandRunRequest", sizeof(CommandRunRequest), 96},
                                          {"CommandEdit", sizeof(CommandEdit), 80},
                                          {"CommandRunAnswer", sizeof(CommandRunAnswer), 72}};
        for (const Layout &layout : layouts)
            QVERIFY2(layout.size == layout.expected,
                     qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(layout.name)).arg(layout.size)));
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
