#include "plugins/glossary-alignment/glossary_alignment.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace verbale;
using namespace verbale::alignment;
using namespace Qt::StringLiterals;

namespace {

TermsRequest requestFor(const QStringList &glossaries, const QStringList &sources)
{
    TermsRequest request{u"vi"_s, u"en"_s, glossaries, false, {}};
    for (const QString &source : sources)
        request.segments.append(
            {u"s%1"_s.arg(request.segments.size() + 1), request.segments.size() + 10, source, {}});
    return request;
}

} // namespace

class TestGlossaryAlignment : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void usesTheShippedGlossary_data();
    void usesTheShippedGlossary();
    void fillsAHit();
    void abbreviationsGetAbbreviations();
    void putsNumbersInTheirPlaces();
    void writesAsTheHouseDoes();
    void drawsFiguresAsTheHouseDoes();
    void tellsFreeWordings();
    void leavesTheUsersOwnEnglishAlone();
    void namesAStyleThatCannotBeRead();
    void reportsForbiddenTargets();
    void keepsTargetlessEntries();
    void strongerGlossariesWin();
    void nestedOnesWhenAsked();
    void readsAChangedFileAgain();
    void namesAGlossaryThatCannotBeRead_data();
    void namesAGlossaryThatCannotBeRead();
    void warnsOfRejectedRows();
    void stopsWhenAsked();
    void reportsProgress();
    void tellsWhereTheTargetHasTheTerms();
    void tellsItOfEnglishOnly();
    void drafts();
    void draftsIntoEnglishOnly();

private:
    QString write(const QString &name, const QString &text);
    Result<TermsAnswer> find(const TermsRequest &request) { return m_plugin->findTerms(request, {}, {}); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<GlossaryAlignment> m_plugin;
};

void TestGlossaryAlignment::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_plugin = std::make_unique<GlossaryAlignment>();
    QVERIFY(m_plugin->start({}).ok());
}

QString TestGlossaryAlignment::write(const QString &name, const QString &text)
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
        qFatal("cannot write a test's file");
    return file.fileName();
}

void TestGlossaryAlignment::usesTheShippedGlossary_data()
{
    QTest::addColumn<QStringList>("glossaries");
    QTest::newRow("by default") << QStringList{};
    QTest::newRow("by name") << QStringList{u"builtin"_s};
    QTest::newRow("twice") << QStringList{u"builtin"_s, u"builtin"_s};
}

void TestGlossaryAlignment::usesTheShippedGlossary()
{
    QFETCH(QStringList, glossaries);
    const Result<TermsAnswer> answer = find(requestFor(glossaries, {u"ở Nhật Bản"_s, u"không"_s, QString()}));
    QVERIFY(answer.ok());
    QCOMPARE(answer->segments.size(), 3);
    QCOMPARE(answer->segments[0].segmentId, u"s1"_s);
    QCOMPARE(answer->segments[0].revision, 10);
    QCOMPARE(answer->segments[0].hits.size(), 1);
    QCOMPARE(answer->segments[0].hits[0].target, u"Japan"_s);
    QVERIFY(!answer->segments[0].hits[0].authority.isEmpty());
    QVERIFY(answer->segments[2].hits.isEmpty());
    QVERIFY(answer->warnings.isEmpty());
}

void TestGlossaryAlignment::fillsAHit()
{
    const QString file =
        write(u"mine.tsv"_s,
              u"id\tvi\ten\tdomain\tstatus\ten_variants\tabbreviation_en\tnote\tauthority\n"
              u"x\tLiên hợp quốc\tUnited Nations\tun\tadmitted\tUN Organisation\tUN\tn\tCharter\n"_s);
    const Result<TermsAnswer> answer = find(requestFor({file}, {u"tại Liên Hợp Quốc."_s}));
    QVERIFY(answer.ok());
    const TermHit hit = answer->segments.first().hits.first();
    QCOMPARE(hit.span, (Span{4, 17}));
    QCOMPARE(hit.entryId, u"x"_s);
    QCOMPARE(hit.target, u"United Nations"_s);
    QCOMPARE(hit.alternatives, (QStringList{u"UN Organisation"_s, u"UN"_s}));
    QCOMPARE(hit.status, TermStatus::Admitted);
    QCOMPARE(hit.domain, u"un"_s);
    QCOMPARE(hit.authority, u"Charter"_s);
    QCOMPARE(hit.note, u"n"_s);
    QCOMPARE(hit.glossary, u"mine"_s);
    QVERIFY(!hit.nested);
}

void TestGlossaryAlignment::abbreviationsGetAbbreviations()
{
    const QString file = write(u"a.tsv"_s, u"vi\ten\tabbreviation_vi\tabbreviation_en\n"
                                           u"Liên hợp quốc\tUnited Nations\tLHQ\tUN\nĐảng\tParty\tĐCS\t\n"_s);
    const Result<TermsAnswer> answer = find(requestFor({file}, {u"LHQ, Liên hợp quốc, ĐCS"_s}));
    QVERIFY(answer.ok());
    const QList<TermHit> &hits = answer->segments.first().hits;
    QCOMPARE(hits[0].target, u"UN"_s);
    QCOMPARE(hits[0].alternatives, QStringList{u"United Nations"_s});
    QCOMPARE(hits[1].target, u"United Nations"_s);
    QCOMPARE(hits[2].target, u"Party"_s);
}

void TestGlossaryAlignment::putsNumbersInTheirPlaces()
{
    const QString file =
        write(u"own.tsv"_s,
              u"id\tvi\ten\ten_variants\tvi_variants\tvalid_to\n"
              "s\tHội nghị Cấp cao ASEAN lần thứ {n}\t{n:ordinal} ASEAN Summit\tASEAN Summit {n:roman}|"
              "ASEAN Summit|{m} Summit\tCấp cao ASEAN {n}\t2030\n"_s);
    const Result<TermsAnswer> answer =
        find(requestFor({file}, {u"Hội nghị Cấp cao ASEAN lần thứ XIII"_s, u"Cấp cao ASEAN 36"_s}));
    QVERIFY(answer.ok());
    const TermHit &roman = answer->segments[0].hits.at(0);
    QCOMPARE(roman.span, (Span{0, 35}));
    QCOMPARE(roman.target, u"13th ASEAN Summit"_s);
    QCOMPARE(roman.alternatives, (QStringList{u"ASEAN Summit XIII"_s, u"ASEAN Summit"_s}));
    QCOMPARE(roman.validTo, u"2030"_s);
    QCOMPARE(answer->segments[1].hits.at(0).target, u"36th ASEAN Summit"_s);
}

void TestGlossaryAlignment::writesAsTheHouseDoes()
{
    TermsRequest request = requestFor({}, {u"Biển Đông và Hàn Quốc"_s});
    const Result<TermsAnswer> mofa = find(request);
    QVERIFY(mofa.ok());
    const TermHit &sea = mofa->segments[0].hits.at(0);
    QCOMPARE(sea.target, u"East Sea"_s);
    QVERIFY(!sea.alternatives.contains(u"South China Sea"_s));
    const auto isSea = [](const AvoidedTerm &term) { return term.text == u"South China Sea"_s; };
    const auto avoided = std::find_if(sea.avoided.begin(), sea.avoided.end(), isSea);
    QVERIFY(avoided != sea.avoided.end());
    QCOMPARE(avoided->status, TermStatus::Forbidden);
    QCOMPARE(avoided->replacement, u"East Sea"_s);
    QVERIFY(!avoided->reason.isEmpty());
    QCOMPARE(mofa->segments[0].hits.at(1).target, u"Republic of Korea"_s);
    request.profile = u"neutral"_s;
    const Result<TermsAnswer> neutral = find(request);
    QVERIFY(neutral.ok());
    QCOMPARE(neutral->segments[0].hits.at(0).target, u"South China Sea"_s);
    QCOMPARE(neutral->segments[0].hits.at(1).target, u"South Korea"_s);
    request.targetLanguage = u"fr"_s;
    QVERIFY(find(request).ok());
}

void TestGlossaryAlignment::drawsFiguresAsTheHouseDoes()
{
    const auto draft = [this](const QString &profile) {
        TermsRequest request = requestFor({}, {u"Ngày 10/9/2025, Việt Nam tăng 5,6%"_s});
        request.profile = profile;
        const Result<TermsAnswer> terms = find(request);
        SuggestRequest wanted{u"vi"_s, u"en"_s, {{request.segments[0], terms->segments[0].hits}}};
        const Result<SuggestAnswer> answer = m_plugin->suggest(wanted, {}, {});
        return answer.ok() && !answer->suggestions.isEmpty() ? answer->suggestions[0].text : QString();
    };
    QVERIFY2(draft(u"mofa"_s).startsWith(u"10 September 2025, Viet Nam"_s), qUtf8Printable(draft(u"mofa"_s)));
    QVERIFY(draft(u"mofa"_s).endsWith(u"5.6 per cent"_s));
    QVERIFY2(draft(u"neutral"_s).startsWith(u"September 10, 2025, Vietnam"_s),
             qUtf8Printable(draft(u"neutral"_s)));
    QVERIFY(draft(u"neutral"_s).endsWith(u"5.6%"_s));
}

void TestGlossaryAlignment::tellsFreeWordings()
{
    TermsRequest request = requestFor({}, {u"Việt Nam họp"_s});
    const Result<TermsAnswer> terms = find(request);
    QVERIFY(terms.ok());
    SegmentText text = request.segments[0];
    text.target = u"Vietnam spoke of the South China Sea and the “South China Sea”."_s;
    const ReceiptsRequest wanted{u"vi"_s, u"en"_s, {}, {{text, terms->segments[0].hits}}};
    const Result<ReceiptsAnswer> answer = m_plugin->receipts(wanted, {}, {});
    QVERIFY(answer.ok());
    const QList<TermReceipt> &receipts = answer->segments[0].receipts;
    QCOMPARE(receipts.size(), 2);
    QCOMPARE(receipts[0].state, ReceiptState::Avoided);
    QCOMPARE(receipts[0].hit, 0);
    QCOMPARE(receipts[1].hit, -1);
    QCOMPARE(receipts[1].found, u"South China Sea"_s);
    QCOMPARE(receipts[1].expected, u"East Sea"_s);
    QCOMPARE(receipts[1].spans, (QList<Span>{{21, 36}}));
}

void TestGlossaryAlignment::leavesTheUsersOwnEnglishAlone()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"own.tsv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("vi\ten\nHà Nội\tHanoi\nBiển Đông\tSouth China Sea\n");
    file.close();
    TermsRequest request = requestFor({}, {u"Tại Hà Nội, hai bên bàn về Biển Đông và Việt Nam"_s});
    request.glossaries = {file.fileName(), u"builtin"_s};
    const Result<TermsAnswer> answer = find(request);
    QVERIFY(answer.ok());
    QStringList targets;
    for (const TermHit &hit : answer->segments[0].hits) {
        targets.append(hit.target);
        if (hit.termbase != u"builtin"_s)
            QVERIFY(hit.avoided.isEmpty());
    }
    QVERIFY2(targets.contains(u"Hanoi"_s), qUtf8Printable(targets.join(u", "_s)));
    QVERIFY(targets.contains(u"South China Sea"_s));
    QVERIFY(targets.contains(u"Viet Nam"_s));
}

void TestGlossaryAlignment::namesAStyleThatCannotBeRead()
{
    TermsRequest request = requestFor({}, {u"Việt Nam"_s});
    request.profile = u"no such style"_s;
    const Result<TermsAnswer> answer = find(request);
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().code, u"glossary.no-style"_s);
    request.profile =
        write(u"own.tsv"_s, u"kind\twording\treplacement\tsource\tstatus\texempt\treason\tauthority\tnote\n"
                            "write\tViet Nam\tVIET NAM\t\t\t\tbold\thouse\t\nnever\n"_s);
    const Result<TermsAnswer> own = find(request);
    QVERIFY(own.ok());
    QCOMPARE(own->segments[0].hits.at(0).target, u"VIET NAM"_s);
    QCOMPARE(own->warnings.size(), 1);
}

void TestGlossaryAlignment::reportsForbiddenTargets()
{
    const QString file =
        write(u"a.tsv"_s, u"vi\ten\tstatus\nBiển Đông\tSouth China Sea\tforbidden\n"
                          u"biển đông\tEast Sea\tpreferred\nViễn Đông\tFar East\tdeprecated\n"_s);
    const Result<TermsAnswer> answer = find(requestFor({file}, {u"biển Đông, Viễn Đông"_s}));
    QVERIFY(answer.ok());
    const QList<TermHit> &hits = answer->segments.first().hits;
    QCOMPARE(hits[0].target, u"East Sea"_s);
    QCOMPARE(hits[1].target, u"Far East"_s);
    QCOMPARE(hits[1].status, TermStatus::Deprecated);
}

void TestGlossaryAlignment::keepsTargetlessEntries()
{
    const QString file = write(u"a.tsv"_s, u"vi\ten\nNga\tRussia\n"_s);
    TermsRequest request = requestFor({file}, {u"Nga"_s});
    request.targetLanguage = u"fr"_s;
    const Result<TermsAnswer> answer = find(request);
    QVERIFY(answer.ok());
    QCOMPARE(answer->segments.first().hits.size(), 1);
    QVERIFY(answer->segments.first().hits.first().target.isEmpty());
}

void TestGlossaryAlignment::strongerGlossariesWin()
{
    const QString file = write(u"house.tsv"_s, u"Nhật Bản\tNippon\n"_s);
    const auto target = [&](const QStringList &glossaries) {
        const Result<TermsAnswer> answer = find(requestFor(glossaries, {u"Nhật Bản"_s}));
        return answer ? answer->segments.first().hits.first().target : answer.error().text();
    };
    QCOMPARE(target({file, u"builtin"_s}), u"Nippon"_s);
    QCOMPARE(target({u"builtin"_s, file}), u"Japan"_s);
    QCOMPARE(target({file}), u"Nippon"_s);
}

void TestGlossaryAlignment::nestedOnesWhenAsked()
{
    const QString file = write(u"a.tsv"_s, u"ASEAN\tASEAN\nBan Thư ký ASEAN\tASEAN Secretariat\n"_s);
    TermsRequest request = requestFor({file}, {u"Ban Thư ký ASEAN"_s});
    QCOMPARE(find(request).value().segments.first().hits.size(), 1);
    request.includeNested = true;
    const Result<TermsAnswer> answer = find(request);
    QCOMPARE(answer->segments.first().hits.size(), 2);
    QVERIFY(!answer->segments.first().hits[0].nested);
    QVERIFY(answer->segments.first().hits[1].nested);
}

void TestGlossaryAlignment::readsAChangedFileAgain()
{
    const QString file = write(u"a.tsv"_s, u"Nga\tRussia\n"_s);
    const TermsRequest request = requestFor({file}, {u"Nga"_s});
    QCOMPARE(find(request).value().segments.first().hits.first().target, u"Russia"_s);
    write(u"a.tsv"_s, u"Nga\tRussian Federation\n"_s);
    QCOMPARE(find(request).value().segments.first().hits.first().target, u"Russian Federation"_s);
    QVERIFY(QFile::remove(file));
    QVERIFY(!find(request).ok());
}

void TestGlossaryAlignment::namesAGlossaryThatCannotBeRead_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("code");
    QTest::newRow("missing") << u"none.tsv"_s << QString() << u"file.missing"_s;
    QTest::newRow("no glossary") << u"prose.tsv"_s << u"one line of prose\n"_s << u"glossary.bad-header"_s;
    QTest::newRow("no terms") << u"bare.tsv"_s << u"vi\ten\n"_s << u"glossary.no-terms"_s;
}

void TestGlossaryAlignment::namesAGlossaryThatCannotBeRead()
{
    QFETCH(QString, name);
    QFETCH(QString, content);
    QFETCH(QString, code);
    const QString path = content.isEmpty() ? m_folder->filePath(name) : write(name, content);
    const Result<TermsAnswer> answer = find(requestFor({path, u"builtin"_s}, {u"Nga"_s}));
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().code, code);
    QVERIFY2(answer.error().text().contains(path), qPrintable(answer.error().text()));
}

void TestGlossaryAlignment::warnsOfRejectedRows()
{
    QString text = u"vi\ten\nNga\tRussia\nPháp\t\n"_s;
    const QString file = write(u"a.tsv"_s, text);
    for (int round = 0; round < 2; ++round) { // a cached glossary keeps its warnings
        const Result<TermsAnswer> answer = find(requestFor({file}, {u"Nga"_s}));
        QCOMPARE(answer->warnings.size(), 1);
        QVERIFY(answer->warnings.first().startsWith(file + u":3:6: "_s));
    }
    const QString many = write(u"b.tsv"_s, text + u"a\t\n"_s.repeated(30));
    const QStringList warnings = find(requestFor({many}, {u"Nga"_s})).value().warnings;
    QCOMPARE(warnings.size(), 21);
    QCOMPARE(warnings.last(), many + u": 11 more rows were left out"_s);
}

void TestGlossaryAlignment::stopsWhenAsked()
{
    StopSource source;
    source.request_stop();
    const Result<TermsAnswer> terms = m_plugin->findTerms(requestFor({}, {u"Nga"_s}), source.get_token(), {});
    QVERIFY(!terms.ok());
    QCOMPARE(terms.error().code, u"glossary-alignment.cancelled"_s);
    SuggestRequest request{u"vi"_s, u"en"_s, {{{u"1"_s, 1, u"Nga"_s, {}}, {}}}};
    QVERIFY(!m_plugin->suggest(request, source.get_token(), {}).ok());
}

void TestGlossaryAlignment::reportsProgress()
{
    QList<qint64> reported;
    const Result<TermsAnswer> answer =
        m_plugin->findTerms(requestFor({}, QStringList(100, u"Nga"_s)), {}, [&](qint64 done, qint64 total) {
            QCOMPARE(total, 100);
            reported.append(done);
        });
    QVERIFY(answer.ok());
    QVERIFY(reported.size() > 2);
    QCOMPARE(reported.last(), 100);
    QVERIFY(std::is_sorted(reported.begin(), reported.end()));
}

void TestGlossaryAlignment::tellsWhereTheTargetHasTheTerms()
{
    const QString file = write(u"g.tsv"_s, u"id\tvi\ten\tstatus\tnote\n"
                                           "sea\tBiển Đông\tEast Sea\tpreferred\t\n"
                                           "mfa\tBộ Ngoại giao\tMinistry of Foreign Affairs\tpreferred\t\n"
                                           "x\tbịa đặt\tregime\tforbidden\tno\n"_s);
    const auto terms = find(requestFor({file}, {u"Bộ Ngoại giao: Biển Đông, bịa đặt"_s}));
    QVERIFY(terms.ok());
    QCOMPARE(terms->segments.first().hits.size(), 3);
    ReceiptsRequest request{u"vi"_s, u"en"_s, {}, {}};
    request.segments = {{{u"s1"_s, 4, {}, u"The East Sea under this regime"_s}, terms->segments.first().hits},
                        {{u"s2"_s, 5, {}, {}}, {}}};
    const auto answer = m_plugin->receipts(request, {}, {});
    QVERIFY(answer.ok());
    QCOMPARE(answer->segments.size(), 2);
    QCOMPARE(answer->segments[0].revision, 4);
    const QList<TermReceipt> &receipts = answer->segments[0].receipts;
    QCOMPARE(receipts.size(), 3);
    QCOMPARE(receipts[0].state, ReceiptState::Missing);
    QCOMPARE(receipts[0].expected, u"Ministry of Foreign Affairs"_s);
    QCOMPARE(receipts[1].state, ReceiptState::Used);
    QCOMPARE(receipts[1].spans, (QList<Span>{{4, 12}}));
    QCOMPARE(receipts[2].state, ReceiptState::Avoided);
    QCOMPARE(receipts[2].status, TermStatus::Forbidden);
    QVERIFY(answer->segments[1].receipts.isEmpty());
}

void TestGlossaryAlignment::tellsItOfEnglishOnly()
{
    ReceiptsRequest request{u"vi"_s, u"fr"_s, {}, {}};
    request.segments = {{{u"s1"_s, 4, {}, u"La mer"_s}, {}}};
    const auto answer = m_plugin->receipts(request, {}, {});
    QVERIFY(answer.ok());
    QCOMPARE(answer->warnings.size(), 1);
    QVERIFY(answer->segments.first().receipts.isEmpty());
    StopSource stop;
    stop.request_stop();
    QCOMPARE(m_plugin->receipts(request, stop.get_token(), {}).error().code,
             u"glossary-alignment.cancelled"_s);
}

void TestGlossaryAlignment::drafts()
{
    const Result<TermsAnswer> terms =
        find(requestFor({}, {u"Thăm Nhật Bản"_s, u"không có gì"_s, u"Nhật Bản"_s}));
    QVERIFY(terms.ok());
    SuggestRequest request{u"vi"_s, u"en"_s, {}};
    const QStringList sources{u"Thăm Nhật Bản"_s, u"không có gì"_s, u"Nhật Bản"_s};
    for (qsizetype i = 0; i < sources.size(); ++i)
        request.segments.append({{terms->segments[i].segmentId, 5, sources[i], {}}, terms->segments[i].hits});
    const Result<SuggestAnswer> answer = m_plugin->suggest(request, {}, {});
    QVERIFY(answer.ok());
    QVERIFY(answer->warnings.isEmpty());
    QCOMPARE(answer->suggestions.last().text, u"Japan"_s);
    QVERIFY(answer->suggestions.last().complete);
    QCOMPARE(answer->suggestions.last().segmentId, u"s3"_s);
    QCOMPARE(answer->suggestions.last().revision, 5);
    QCOMPARE(answer->suggestions.first().kind, SuggestionKind::GlossaryDraft);
    QVERIFY(!answer->suggestions.first().complete);
    for (const Suggestion &suggestion : answer->suggestions)
        QVERIFY(suggestion.segmentId != u"s2"_s);
}

void TestGlossaryAlignment::draftsIntoEnglishOnly()
{
    const SuggestRequest request{u"vi"_s, u"fr"_s, {{{u"1"_s, 1, u"2020"_s, {}}, {}}}};
    const Result<SuggestAnswer> answer = m_plugin->suggest(request, {}, {});
    QVERIFY(answer.ok());
    QVERIFY(answer->suggestions.isEmpty());
    QCOMPARE(answer->warnings.size(), 1);
}

QTEST_GUILESS_MAIN(TestGlossaryAlignment)
#include "tst_glossary_alignment.moc"
