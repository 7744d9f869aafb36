// A plugin author's first hour: install the SDK, build docs/examples/hello-plugin against it, give it to the
// host.

#include "host_test.h"

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

namespace verbale::host {

class TestSdkPackage : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;

    static void cmake(const QStringList &arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral(CMAKE_PROGRAM), arguments);
        const bool ended = process.waitForFinished(100'000);
        const QByteArray said = process.readAll();
        QVERIFY2(ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
                 said.constData());
    }

private slots:
    void installTheSdk()
    {
        cmake({"--install", VERBALE_BINARY_DIR, "--component", "sdk", "--prefix", m_dir.filePath("prefix")});
        QVERIFY(QFileInfo::exists(m_dir.filePath("prefix/include/verbale/sdk/plugin.h")));
    }

    void buildTheExample()
    {
        cmake({"-G", "Ninja", "-S", VERBALE_SOURCE_DIR "/docs/examples/hello-plugin", "-B",
               m_dir.filePath("build"), "-DCMAKE_PREFIX_PATH=" + m_dir.filePath("prefix"),
               "-DCMAKE_CXX_COMPILER=" CXX_COMPILER, "-DCMAKE_CXX_FLAGS=-Wall -Wextra -Wpedantic -Werror"});
        if (QTest::currentTestFailed())
            return;
        cmake({"--build", m_dir.filePath("build")});
    }

    void loadIt()
    {
        HostOptions options = optionsFor(m_dir.filePath("build/plugins"), Origin::CommandLine);
        options.trialProgram = QStringLiteral(PLUGIN_HOST);
        PluginHost host(options);
        host.discover();
        host.start();
        QCOMPARE(host.plugins().size(), 1);
        const PluginInfo info = host.plugins().first();
        QVERIFY2(info.state == PluginState::Resolved, qPrintable(messagesOf(info.problems)));
        QVERIFY(info.ownProcess);
        QCOMPARE(info.descriptor.name("vi"), QStringLiteral("Xin chào"));
        CheckRequest request{QStringLiteral("vi"), QStringLiteral("en"), {}, {}};
        request.segments.append(
            CheckSegment{{QStringLiteral("1"), 4, {}, QStringLiteral("ASEAN and Vietnam")}, {}});
        request.segments.append(
            CheckSegment{{QStringLiteral("2"), 4, {}, QStringLiteral("ASEAN and Viet Nam")}, {}});
        const auto answer = host.check(QStringLiteral("org.example.hello"), request, {}).result();
        QVERIFY2(answer.ok(), qPrintable(messagesOf(host.plugins().first().problems)));
        QCOMPARE(answer->findings.size(), 1);
        QCOMPARE(answer->findings[0].segmentId, QStringLiteral("1"));
        QCOMPARE(answer->findings[0].revision, 4);
        QVERIFY(answer->findings[0].target == (Span{10, 17}));
        QCOMPARE(answer->findings[0].suggestion, QStringLiteral("Viet Nam"));
    }

    void theGuideShowsThisVeryExample()
    {
        QFile guide(QStringLiteral(VERBALE_SOURCE_DIR "/docs/plugin-guide.md"));
        QVERIFY(guide.open(QIODevice::ReadOnly));
        const QByteArray text = guide.readAll();
        for (const char *name : {"CMakeLists.txt", "plugin.json", "hello.cpp"}) {
            QFile file(QStringLiteral(VERBALE_SOURCE_DIR "/docs/examples/hello-plugin/") +
                       QLatin1String(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(text.contains(file.readAll()), name);
        }
    }
};

} // namespace verbale::host

QTEST_GUILESS_MAIN(verbale::host::TestSdkPackage)
#include "tst_sdk_package.moc"
