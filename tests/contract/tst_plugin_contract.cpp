// What the interfaces promise, held against every plugin that provides them.

#include "host_test.h"
#include "wire.h"

#include <algorithm>

namespace verbale::host {

namespace {

using namespace contract;

const QStringList texts = {
    QString(),
    QStringLiteral(" "),
    QStringLiteral("ASEAN"),
    QStringLiteral("Bộ trưởng Ngoại giao dự Hội nghị Bộ trưởng Ngoại giao ASEAN lần thứ 53 ngày 10/9."),
    QStringLiteral("bo\u0323\u0302 tru\u031bo\u031b\u0309ng Ngoa\u0323i giao"), // not normalised
    QStringLiteral("\uFFFCĐối tác\uFFFC chiến lược\uFFFC"),
    QStringLiteral("\U0001F1FB\U0001F1F3 \u200B\u00AD\u0000x\u202E")
        .append(QChar(0xD800)), // a surrogate alone
    QString(20'000, QLatin1Char('a')),
    QStringLiteral("Cộng hòa xã hội chủ nghĩa Việt Nam ").repeated(200),
};

QList<SegmentText> segments()
{
    QList<SegmentText> list;
    for (const QString &text : texts)
        list.append({QStringLiteral("u%1").arg(list.size()), 100 + list.size(), text, {}});
    return list;
}

bool isInside(const Span &span, const QString &text)
{
    return 0 <= span.start && span.start < span.end && span.end <= text.size();
}

} // namespace

class TestPluginContract : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PluginHost> m_host;

    void providersOf(const char *interfaceId)
    {
        QTest::addColumn<QString>("id");
        for (const QString &id : m_host->providersOf(QLatin1String(interfaceId)))
            QTest::newRow(qPrintable(id)) << id;
    }
    Result<TermsAnswer> termsOf(const QString &id, bool nested)
    {
        TermsRequest request{QStringLiteral("vi"), QStringLiteral("en"), {}, nested, segments()};
        return m_host->findTerms(id, request, {}).result();
    }

private slots:
    void initTestCase()
    {
        HostOptions options = optionsFor(fixture("good"));
        options.folders.append({QStringLiteral(SHIPPED_PLUGINS), Origin::Shipped});
        options.trialProgram =
            QStringLiteral(PLUGIN_HOST); // of what never runs in the program, and not before it is asked
        m_host = std::make_unique<PluginHost>(options);
        m_host->discover();
        m_host->start();
        for (const PluginInfo &info : m_host->plugins())
            QVERIFY2(info.state == (info.ownProcess ? PluginState::Resolved : PluginState::Running),
                     qPrintable(info.descriptor.id + QLatin1Char('\n') + messagesOf(info.problems)));
    }

    void terms_data() { providersOf("verbale.terms/1"); }
    void terms()
    {
        QFETCH(QString, id);
        for (const bool nested : {false, true}) {
            const auto answer = termsOf(id, nested);
            QVERIFY2(answer.ok(), qPrintable(answer.ok() ? QString() : answer.error().text()));
            QCOMPARE(answer->segments.size(), texts.size());
            for (qsizetype i = 0; i < texts.size(); ++i) {
                const SegmentTerms &terms = answer->segments[i];
                QCOMPARE(terms.segmentId, segments()[i].id);
                QCOMPARE(terms.revision, segments()[i].revision);
                for (const TermHit &hit : terms.hits)
                    QVERIFY(isInside(hit.span, texts[i]) || texts[i].isEmpty());
                QVERIFY(std::is_sorted(
                    terms.hits.cbegin(), terms.hits.cend(),
                    [](const TermHit &a, const TermHit &b) { return a.span.start < b.span.start; }));
            }
        }
    }

    void termsAreTheSameEachTime_data() { providersOf("verbale.terms/1"); }
    void termsAreTheSameEachTime()
    {
        QFETCH(QString, id);
        if (id.startsWith(QLatin1String("test.")))
            QSKIP("the fixture counts its calls in the answer");
        QCOMPARE(toBytes(termsOf(id, true)), toBytes(termsOf(id, true)));
    }

    void suggestions_data() { providersOf("verbale.suggest/1"); }
    void suggestions()
    {
        QFETCH(QString, id);
        SuggestRequest request{QStringLiteral("vi"), QStringLiteral("en"), {}};
        const QString finder = m_host->providersOf(QStringLiteral("verbale.terms/1")).contains(id)
                                   ? id
                                   : QStringLiteral("test.echo");
        const auto terms = termsOf(finder, false);
        QVERIFY(terms.ok());
        for (qsizetype i = 0; i < texts.size(); ++i)
            request.segments.append({segments()[i], terms->segments[i].hits});
        const auto answer = m_host->suggest(id, request, {}).result();
        QVERIFY2(answer.ok(), qPrintable(answer.ok() ? QString() : answer.error().text()));
        for (const Suggestion &suggestion : answer->suggestions) {
            const auto asked =
                std::find_if(request.segments.cbegin(), request.segments.cend(),
                             [&](const SuggestSegment &s) { return s.text.id == suggestion.segmentId; });
            QVERIFY(asked != request.segments.cend());
            QCOMPARE(suggestion.revision, asked->text.revision);
            QVERIFY(suggestion.coverage >= 0.0 && suggestion.coverage <= 1.0);
            QVERIFY(!suggestion.origin.isEmpty());
            for (const Span &span : suggestion.untranslated)
                QVERIFY(isInside(span, suggestion.text) || suggestion.text.isEmpty());
            QVERIFY(!suggestion.complete || suggestion.untranslated.isEmpty());
        }
    }

    void receipts_data() { providersOf("verbale.receipts/1"); }
    void receipts()
    {
        QFETCH(QString, id);
        ReceiptsRequest request{QStringLiteral("vi"), QStringLiteral("en"), {}, {}};
        const auto terms = termsOf(id, true);
        QVERIFY(terms.ok());
        for (qsizetype i = 0; i < texts.size(); ++i) {
            SegmentText text = segments()[i];
            for (const TermHit &hit : terms->segments[i].hits)
                text.target += hit.target + QLatin1String(", ");
            request.segments.append({text, terms->segments[i].hits});
        }
        const auto answer = m_host->receipts(id, request, {}).result();
        QVERIFY2(answer.ok(), qPrintable(answer.ok() ? QString() : answer.error().text()));
        QCOMPARE(answer->segments.size(), request.segments.size());
        for (qsizetype i = 0; i < texts.size(); ++i) {
            const ReceiptsSegment &asked = request.segments[i];
            QCOMPARE(answer->segments[i].revision, asked.text.revision);
            QCOMPARE(answer->segments[i].receipts.size(), asked.terms.size());
            for (const TermReceipt &receipt : answer->segments[i].receipts) {
                QVERIFY2(receipt.state == ReceiptState::Used, qPrintable(receipt.expected));
                for (const Span &span : receipt.spans)
                    QVERIFY(isInside(span, asked.text.target));
            }
        }
    }

    void checks_data() { providersOf("verbale.check/1"); }
    void checks()
    {
        QFETCH(QString, id);
        CheckRequest request{QStringLiteral("vi"), QStringLiteral("en"), {}, {}};
        for (const SegmentText &segment : segments())
            request.segments.append({segment, {}});
        const auto answer = m_host->check(id, request, {}).result();
        QVERIFY2(answer.ok(), qPrintable(answer.ok() ? QString() : answer.error().text()));
        for (const Finding &finding : answer->findings) {
            const auto asked =
                std::find_if(request.segments.cbegin(), request.segments.cend(),
                             [&](const CheckSegment &s) { return s.text.id == finding.segmentId; });
            QVERIFY(asked != request.segments.cend());
            QCOMPARE(finding.revision, asked->text.revision);
            QVERIFY(!finding.code.isEmpty() && !finding.message.isEmpty());
            QVERIFY(finding.source.isEmpty() || isInside(finding.source, asked->text.source));
            QVERIFY(finding.target.isEmpty() || isInside(finding.target, asked->text.target));
        }
    }

    void cleanupTestCase()
    {
        m_host->stop();
        for (const PluginInfo &info : m_host->plugins())
            QVERIFY2(info.state == PluginState::Stopped, qPrintable(info.descriptor.id));
    }
};

} // namespace verbale::host

QTEST_GUILESS_MAIN(verbale::host::TestPluginContract)
#include "tst_plugin_contract.moc"
