// Answers are held to their requests: what is left out, what is put in order, and what is said about it.

#include "host/protocol/judge.h"

#include <QtTest/QTest>

namespace verbale::host {

namespace {

const QString flag = QStringLiteral("\U0001F1FB\U0001F1F3"); // two characters, four code units
const QChar code(QChar::ObjectReplacementCharacter);

SegmentText segment(const char *id, qint64 revision, const QString &source, const QString &target = {})
{
    return {QString::fromLatin1(id), revision, source, target, {}};
}

TermHit hitAt(Span span)
{
    TermHit hit;
    hit.span = span;
    return hit;
}

Suggestion suggested(const char *id, qint64 revision, const QString &text)
{
    Suggestion suggestion;
    suggestion.segmentId = QString::fromLatin1(id);
    suggestion.revision = revision;
    suggestion.text = text;
    return suggestion;
}

Finding foundAt(const char *id, Span source, Span target)
{
    return {QString::fromLatin1(id),
            1,
            QStringLiteral("a.b"),
            Severity::Warning,
            QStringLiteral("m"),
            source,
            target,
            QStringLiteral("s")};
}

} // namespace

class TestProtocolJudge : public QObject
{
    Q_OBJECT

private slots:
    void goodAnswersStayAsTheyAre()
    {
        TermsRequest request;
        request.segments = {segment("a", 1, flag + "b"), segment("b", 2, "xyz")};
        TermsAnswer answer;
        answer.segments = {{"a", 1, {hitAt({0, 2}), hitAt({2, 5})}}, {"b", 2, {}}};
        answer.warnings = QStringList{QStringLiteral("its own")};
        const auto result = judged(answer, request);
        QVERIFY(result.ok());
        QCOMPARE(result->segments.size(), 2);
        QCOMPARE(result->segments[0].hits.size(), 2);
        QCOMPARE(result->warnings, answer.warnings);
    }

    void termsComeInTheOrderOfTheRequest()
    {
        TermsRequest request;
        request.segments = {segment("a", 1, "aaaa"), segment("b", 2, "bbbb"), segment("c", 3, "cccc")};
        TermsAnswer answer;
        answer.segments = {{"c", 3, {hitAt({2, 3}), hitAt({0, 1})}},
                           {"nobody", 1, {hitAt({0, 1})}},
                           {"a", 9, {hitAt({0, 1})}},
                           {"b", 2, {hitAt({0, 1})}},
                           {"b", 2, {}}};
        const auto result = judged(answer, request);
        QVERIFY(result.ok());
        QCOMPARE(result->segments.size(), 3);
        QCOMPARE(result->segments[0].segmentId, "a");
        QCOMPARE(result->segments[0].revision, 1);
        QVERIFY(result->segments[0].hits.isEmpty());
        QCOMPARE(result->segments[1].hits.size(), 1);
        QCOMPARE(result->segments[2].hits.size(), 2);
        QCOMPARE(result->segments[2].hits[0].span.start, 0);
        const QString said = result->warnings.join('\n');
        QVERIFY2(said.contains("answered for another segment; that was left out (segment \"nobody\")."),
                 qPrintable(said));
        QVERIFY(said.contains(
            "answered for another revision of the segment; that was left out (segment \"a\")."));
        QVERIFY(
            said.contains("answered twice for a segment; the second answer was left out (segment \"b\")."));
        QVERIFY(said.contains("did not answer for a segment (segment \"a\")."));
        QCOMPARE(result->warnings.size(), 4);
    }

    void spansLieInTheirText_data()
    {
        QTest::addColumn<qsizetype>("start");
        QTest::addColumn<qsizetype>("end");
        QTest::addColumn<bool>("kept");
        // of "ab" + two flags' letters + "c": 7 code units
        const auto row = [](const char *name, qsizetype start, qsizetype end, bool kept) {
            QTest::newRow(name) << start << end << kept;
        };
        row("all", 0, 7, true);
        row("one character", 2, 4, true);
        row("the last", 6, 7, true);
        row("empty", 2, 2, false);
        row("backwards", 4, 2, false);
        row("before the text", -1, 2, false);
        row("behind the text", 6, 8, false);
        row("far behind", 1LL << 40, 1LL << 41, false);
        row("ends in half a character", 0, 3, false);
        row("begins in half a character", 3, 4, false);
        row("the least and the greatest", std::numeric_limits<qint64>::min(),
            std::numeric_limits<qint64>::max(), false);
    }
    void spansLieInTheirText()
    {
        QFETCH(qsizetype, start);
        QFETCH(qsizetype, end);
        QFETCH(bool, kept);
        const QString text = "ab" + flag + "c";
        const Span span{start, end};

        TermsRequest terms;
        terms.segments = {segment("a", 1, text)};
        const auto t = judged(TermsAnswer{{{"a", 1, {hitAt(span)}}}, {}}, terms);
        QCOMPARE(t->segments[0].hits.size(), kept ? 1 : 0);
        QCOMPARE(t->warnings.isEmpty(), kept);

        ReceiptsRequest receipts;
        receipts.segments = {{segment("a", 1, "x", text), {hitAt({0, 1})}}};
        TermReceipt receipt;
        receipt.hit = 0;
        receipt.spans = {span};
        const auto r = judged(ReceiptsAnswer{{{"a", 1, {receipt}}}, {}}, receipts);
        QCOMPARE(r->segments[0].receipts.size(), kept ? 1 : 0);

        SuggestRequest suggest;
        suggest.segments = {{segment("a", 1, "x"), {}}};
        Suggestion suggestion = suggested("a", 1, text);
        suggestion.untranslated = {span};
        suggestion.complete = true;
        const auto s = judged(SuggestAnswer{{suggestion}, {}}, suggest);
        QCOMPARE(s->suggestions.size(), 1);
        QCOMPARE(s->suggestions[0].untranslated.size(), kept ? 1 : 0);
        QVERIFY(!s->suggestions[0].complete);

        CheckRequest check;
        check.segments = {{segment("a", 1, text, text), {}}};
        for (const Finding &finding : {foundAt("a", span, {}), foundAt("a", {}, span)}) {
            const auto c = judged(CheckAnswer{{finding}, {}}, check);
            QCOMPARE(c->findings.size(), 1);
            QCOMPARE(c->findings[0].source == finding.source && c->findings[0].target == finding.target,
                     kept);
            QCOMPARE(c->findings[0].suggestion.isEmpty(), !kept);
        }
    }

    void placeholders_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<qsizetype>>("codes");
        QTest::addColumn<bool>("kept");
        const auto row = [](const char *name, const QString &text, const QList<qsizetype> &codes, bool kept) {
            QTest::newRow(name) << text << codes << kept;
        };
        // The source has an opening one, its closing one and one that stands alone.
        row("none", "x", {}, true);
        row("all in order", QString(3, code), {}, true);
        row("one too many", QString(4, code), {}, false);
        row("all with their codes", QString(3, code), {0, 1, 2}, true);
        row("the lone one in front", QString(3, code), {2, 0, 1}, true);
        row("closed before it is opened", QString(3, code), {1, 0, 2}, false);
        row("a closing one alone", QString(code), {1}, true);
        row("twice", QString(2, code), {2, 2}, false);
        row("an index that is not there", QString(code), {3}, false);
        row("a negative index", QString(code), {-2}, false);
        row("none of the codes", QString(code), {-1}, true);
        row("fewer indexes", QString(2, code), {0}, false);
        row("more indexes", QString(code), {0, 1}, false);
        row("indexes without placeholders", "x", {0}, false);
    }
    void placeholders()
    {
        QFETCH(QString, text);
        QFETCH(QList<qsizetype>, codes);
        QFETCH(bool, kept);
        SegmentText asked = segment("a", 1, QString(3, code));
        asked.codes = {{SegmentCode::Kind::Opening, 1, {}},
                       {SegmentCode::Kind::Closing, 1, {}},
                       {SegmentCode::Kind::Standalone, 2, {}}};
        Suggestion suggestion = suggested("a", 1, text);
        suggestion.codes = codes;
        const auto s = judged(SuggestAnswer{{suggestion, suggested("a", 1, "good")}, {}},
                              SuggestRequest{{}, {}, {{asked, {}}}});
        QCOMPARE(s->suggestions.size(), kept ? 2 : 1);
        QCOMPARE(s->suggestions.last().text, "good");
        QCOMPARE(s->warnings.isEmpty(), kept);
        if (!kept)
            QVERIFY(s->warnings[0].contains(
                "inline codes are not those of the source; it was left out (segment \"a\")"));
        TranslateAnswer translated;
        translated.translations = {{"a", 1, text, codes, true, {"a remark"}, {}}};
        const auto t = judged(translated, TranslateRequest{"x", {}, {}, {}, false, {{asked, {}}}});
        QCOMPARE(t->translations.size(), 1);
        QCOMPARE(t->translations[0].text, kept ? text : QString());
        QCOMPARE(t->translations[0].codes, kept ? codes : QList<qsizetype>());
        QCOMPARE(t->translations[0].cached, kept);
        QCOMPARE(t->translations[0].error.has_value(), !kept);
        QCOMPARE(t->warnings.isEmpty(), kept);
        if (!kept) {
            QCOMPARE(t->translations[0].error->code, "plugins.bad-answer");
            QVERIFY(t->warnings[0].contains(
                "inline codes are not those of the source; it was left out (segment \"a\")"));
        }
        const auto c = judged(CommandRunAnswer{{{"a", 1, text, codes}}, {}, {}},
                              CommandRunRequest{"x", {}, {}, {asked}});
        QCOMPARE(c->edits.size(), kept ? 1 : 0);
    }

    /// One for each segment, in the order of the request; where there is none, why.
    void everySegmentHasATranslationOrAnError()
    {
        TranslateRequest request;
        for (const char *id : {"a", "b", "c", "d", "e", "f", "g"})
            request.segments.append({segment(id, 2, "nguồn"), {}});
        request.segments.append({segment("blank", 2, " "), {}});
        TranslateAnswer answer;
        const Error own{"mt.ambiguous", "It may have been charged."};
        answer.translations = {
            {"c", 2, "text c", {}, true, {"a remark"}, {}},
            {"nobody", 2, "text", {}, false, {}, {}},
            {"a", 2, "text a", {}, false, {}, {}},
            {"a", 2, "text a again", {}, false, {}, {}},
            {"b", 1, "of an older revision", {}, false, {}, {}},
            {"d", 2, {}, {}, false, {}, own},
            {"e", 2, "a text as well", {}, false, {}, own},
            {"f", 2, " ", {}, false, {}, {}},
            {"g", 2, {}, {}, false, {}, Error{"mt.silent", {}}},
            {"blank", 2, {}, {}, false, {}, {}},
        };
        answer.sentCharacters = -5;
        answer.engineName = QString(5000, 'e');
        const auto result = judged(answer, request);
        QVERIFY(result.ok());
        QStringList told;
        for (const Translation &part : result->translations) {
            QCOMPARE(part.revision, 2);
            told.append(part.segmentId + ": " + (part.error ? part.error->code : part.text));
        }
        QCOMPARE(told, (QStringList{"a: text a", "b: plugins.bad-answer", "c: text c", "d: mt.ambiguous",
                                    "e: mt.ambiguous", "f: plugins.bad-answer", "g: plugins.bad-answer",
                                    "blank: "}));
        QVERIFY(result->translations[2].cached);
        QCOMPARE(result->translations[2].remarks, QStringList("a remark"));
        QVERIFY(result->translations[4].text.isEmpty());
        for (const Translation &part : result->translations)
            QVERIFY(!part.error || !part.error->message.isEmpty());
        QCOMPARE(result->sentCharacters, 0);
        QVERIFY(result->engineName.size() <= 200);
        const QString said = result->warnings.join('\n');
        for (const char *sentence :
             {"answered for another segment; that was left out (segment \"nobody\").",
              "answered twice for a segment; the second answer was left out (segment \"a\").",
              "answered for another revision of the segment; that was left out (segment \"b\").",
              "did not answer for a segment (segment \"b\").",
              "returned a translation and an error together; the translation was left out (segment \"e\").",
              "returned neither a translation nor an error (segment \"f\").",
              "returned an error that does not say what was wrong (segment \"g\").",
              "returned a number of sent characters below zero."})
            QVERIFY2(said.contains(QLatin1String(sentence)), qPrintable(said));
        QCOMPARE(result->warnings.size(), 8);
    }

    void coverageIsAShare()
    {
        const SuggestRequest request{{}, {}, {{segment("a", 1, "x"), {}}}};
        for (const auto &[given, kept] : {std::pair{-0.5, 0.0}, std::pair{0.25, 0.25}, std::pair{7.0, 1.0},
                                          std::pair{std::numeric_limits<double>::quiet_NaN(), 0.0},
                                          std::pair{std::numeric_limits<double>::infinity(), 1.0}}) {
            Suggestion suggestion = suggested("a", 1, "y");
            suggestion.coverage = given;
            const auto result = judged(SuggestAnswer{{suggestion}, {}}, request);
            QCOMPARE(result->suggestions[0].coverage, kept);
            QCOMPARE(result->warnings.size(), given == kept ? 0 : 1);
        }
    }

    void thereIsNotTooMuchOfAnything()
    {
        const SuggestRequest request{{}, {}, {{segment("a", 1, "x"), {}}, {segment("b", 1, "x"), {}}}};
        SuggestAnswer answer;
        for (int i = 0; i < 200; ++i)
            answer.suggestions.append(suggested(i < 150 ? "a" : "b", 1, QString::number(i)));
        for (int i = 0; i < 5000; ++i)
            answer.warnings.append(QString(5000, 'w'));
        const auto result = judged(answer, request);
        QCOMPARE(result->suggestions.size(), suggestionsLimit + 50);
        QCOMPARE(result->suggestions.last().text, "199");
        QVERIFY(result->warnings.size() <= warningsLimit + 2);
        QCOMPARE(result->warnings[warningsLimit], "The plugin has 4900 more warnings.");
        QVERIFY(result->warnings.last().contains("and 85 more like this"));
        for (const QString &warning : result->warnings)
            QVERIFY(warning.size() <= 1200);

        TranslateRequest translate;
        translate.segments = {{segment("a", 1, "x"), {}}};
        TranslateAnswer remarks;
        remarks.translations = {
            {"a", 1, "y", {}, false, QStringList(remarksLimit + 5, QString(5000, 'r')), {}}};
        const auto fewer = judged(remarks, translate);
        QCOMPARE(fewer->translations[0].remarks.size(), remarksLimit);
        for (const QString &remark : fewer->translations[0].remarks)
            QVERIFY(remark.size() <= 1000);
        QCOMPARE(fewer->warnings.size(), 1);

        TranslatePreview preview{7, 2, -1, 5, -3, -4, {}, {}, {}, {}, 3, {}};
        preview.requests = QList<OutgoingRequest>(25, {QString(5000, 'u'), "body", {"a", "z"}});
        const auto shown = judged(preview, TranslatePreviewRequest{translate});
        QCOMPARE(shown->segments, 1);
        QCOMPARE(shown->cached, 1);
        QCOMPARE(shown->mayHaveBeenCharged, 0);
        QCOMPARE(shown->unchanged, 0);
        QCOMPARE(shown->characters, 0);
        QCOMPARE(shown->documentLeft, std::optional<qint64>(0));
        QVERIFY(!shown->monthLeft);
        QCOMPARE(shown->requests.size(), previewedRequestsLimit);
        QCOMPARE(shown->requestCount, previewedRequestsLimit);
        QCOMPARE(shown->requests.first().url.size(), 2000);
        QCOMPARE(shown->requests.first().body, "body");
        QCOMPARE(shown->requests.first().segmentIds, QStringList("a"));
        QCOMPARE(shown->warnings.size(), 3);

        TermsRequest terms;
        terms.segments = {segment("a", 1, "xx")};
        const auto found =
            judged(TermsAnswer{{{"a", 1, QList<TermHit>(hitsLimit + 5, hitAt({0, 1}))}}, {}}, terms);
        QCOMPARE(found->segments[0].hits.size(), hitsLimit);
    }

    void receiptsSpeakOfTheirTerms()
    {
        ReceiptsRequest request;
        request.segments = {{segment("a", 1, "x", "y"), {hitAt({0, 1})}}};
        for (const qsizetype hit : {-2, -1, 0, 1}) {
            TermReceipt receipt;
            receipt.hit = hit;
            const auto result = judged(ReceiptsAnswer{{{"a", 1, {receipt}}}, {}}, request);
            QCOMPARE(result->segments[0].receipts.size(), hit == -1 || hit == 0 ? 1 : 0);
        }
    }

    void alignmentGoesForward_data()
    {
        QTest::addColumn<QList<Span>>("spans"); // source, target, source, target ...
        QTest::addColumn<bool>("good");
        QTest::addColumn<int>("parts");
        const auto row = [](const char *name, const QList<Span> &spans, bool good, int parts) {
            QTest::newRow(name) << spans << good << parts;
        };
        row("nothing", {}, true, 0);
        row("one to one", {{0, 1}, {0, 1}, {1, 2}, {1, 2}}, true, 2);
        row("two to one, with a gap", {{0, 2}, {1, 2}}, true, 1);
        row("left out", {{0, 1}, {0, 0}, {1, 2}, {0, 1}}, true, 2);
        row("empty on both sides", {{0, 0}, {0, 0}}, true, 0);
        row("overlapping", {{0, 2}, {0, 1}, {1, 3}, {1, 2}}, false, 0);
        row("out of order", {{1, 2}, {0, 1}, {0, 1}, {1, 2}}, false, 0);
        row("beyond the end", {{0, 4}, {0, 1}}, false, 0);
        row("backwards", {{2, 1}, {0, 1}}, false, 0);
        row("negative", {{-1, 1}, {0, 1}}, false, 0);
    }
    void alignmentGoesForward()
    {
        QFETCH(QList<Span>, spans);
        QFETCH(bool, good);
        QFETCH(int, parts);
        const AlignRequest request{{}, {}, {"a", "b", "c"}, {"d", "e"}};
        AlignAnswer answer;
        for (qsizetype i = 0; i + 1 < spans.size(); i += 2)
            answer.parts.append({spans[i], spans[i + 1], 2.0});
        const auto result = judged(answer, request);
        QCOMPARE(result.ok(), good);
        if (!good) {
            QCOMPARE(result.error().code, "plugins.bad-answer");
            return;
        }
        QCOMPARE(result->parts.size(), parts);
        for (const AlignedParts &part : result->parts)
            QCOMPARE(part.confidence, 1.0);
    }

    void filesAndCommands()
    {
        const FormatReadRequest read{"a.srt", {}};
        const FormatUnit unit{"1", "x", {}, {}, {}};
        QVERIFY(judged(FormatReadAnswer{{}, {}, {unit}, {}}, read).ok());
        QVERIFY(!judged(FormatReadAnswer{{}, {}, {unit, unit}, {}}, read).ok());
        QVERIFY(!judged(FormatReadAnswer{{}, {}, {{"", "x", {}, {}, {}}}, {}}, read).ok());
        QVERIFY(!judged(FormatReadAnswer{{}, {}, {{"1", QString(code), {}, {}, {}}}, {}}, read).ok());
        QVERIFY(judged(FormatDetectAnswer{1.0, "S"}, FormatDetectRequest{}).ok());
        QVERIFY(!judged(FormatDetectAnswer{1.5, "S"}, FormatDetectRequest{}).ok());

        CommandListAnswer list;
        list.commands = {{"a", "A", {}},
                         {"a", "Again", {}},
                         {"", "No id", {}},
                         {"b", "", {}},
                         {"c", QString(900, 'C'), {}}};
        const auto commands = judged(list, CommandListRequest{});
        QCOMPARE(commands->commands.size(), 2);
        QCOMPARE(commands->commands[1].title.size(), 200);

        const CommandRunRequest run{"a", {}, {}, {segment("s", 4, "x")}};
        const auto edits = judged(
            CommandRunAnswer{
                {{"s", 3, "old", {}}, {"t", 4, "other", {}}, {"s", 4, "new", {}}, {"s", 4, "twice", {}}},
                {},
                {}},
            run);
        QCOMPARE(edits->edits.size(), 1);
        QCOMPARE(edits->edits[0].text, "new");
        QCOMPARE(edits->warnings.size(), 3);
    }
};

} // namespace verbale::host

QTEST_GUILESS_MAIN(verbale::host::TestProtocolJudge)
#include "tst_protocol_judge.moc"
