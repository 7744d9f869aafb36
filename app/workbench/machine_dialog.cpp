#include "workbench/machine_dialog.h"

#include "workbench/engine_words.h"
#include "workbench/fact_list.h"
#include "workbench/machine_words.h"
#include "workbench/message_bar.h"
#include "workbench/plugin_words.h"

#include <QtCore/QLocale>
#include <QtGui/QFontDatabase>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace verbale::workbench {

namespace {

QString titleOf(const MachineOutlook &outlook)
{
    const QString engine = engineName(outlook);
    switch (outlook.purpose) {
    case MachinePurpose::SwitchOn:
        return MachineDialog::tr("Switch on %1 for this document?").arg(engine);
    case MachinePurpose::Rest:
        return MachineDialog::tr("Send what is not translated to %1?").arg(engine);
    case MachinePurpose::Again:
        return MachineDialog::tr("Send to %1 again what may have been charged?").arg(engine);
    }
    return {};
}

QString aboutText(const MachineOutlook &outlook)
{
    switch (outlook.purpose) {
    case MachinePurpose::SwitchOn:
        return MachineDialog::tr(
            "The document is not sent all at once: each empty segment goes when you come to it, alone, the "
            "one that you are in first. The rest goes only when you ask for it; what that would "
            "send is shown below. Every text is written down before it leaves.");
    case MachinePurpose::Rest:
        return MachineDialog::tr(
            "Nothing of what follows has been sent yet. What comes back fills segments in which nobody has "
            "written, marked as machine translation; one undo takes it all back.");
    case MachinePurpose::Again:
        return MachineDialog::tr(
            "These texts were sent before, and no usable answer came. The service may charge "
            "for them a second time.");
    }
    return {};
}

} // namespace

MachineDialog::MachineDialog(const MachineOutlook &outlook, const QJsonObject &engine, QWidget *parent)
    : QDialog(parent), m_outlook(outlook), m_send(new QPushButton(this)), m_requests(new QPlainTextEdit(this))
{
    setWindowTitle(tr("Machine translation"));
    const bool isSwitch = outlook.purpose == MachinePurpose::SwitchOn;
    auto *title = makeTitle(titleOf(outlook), this);
    auto *about = new MessageBar(this);
    about->show(outlook.purpose == MachinePurpose::Again ? MessageBar::Kind::Warning : MessageBar::Kind::Info,
                aboutText(outlook));
    about->setClosable(false);
    auto *caption = new QLabel(isSwitch ? tr("&What would be sent then, exactly (without your key)")
                                        : tr("&What is sent, exactly (without your key)"),
                               this);
    caption->setBuddy(m_requests);
    m_requests->setReadOnly(true);
    m_requests->setTabChangesFocus(true);
    m_requests->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_requests->setWordWrapMode(QTextOption::WrapAnywhere);
    m_requests->setAccessibleName(caption->text().remove(u'&'));
    m_requests->setPlainText(requestsText());
    m_requests->setMinimumHeight(fontMetrics().height() * 7);
    m_send->setText(isSwitch ? tr("&Switch on") : tr("&Send"));
    m_send->setAutoDefault(false);
    auto *leave = new QPushButton(isSwitch ? tr("&Leave it off") : tr("&Do not send"), this);
    leave->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_send);
    buttons->addWidget(leave);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(10);
    layout->addWidget(title);
    layout->addWidget(about);
    layout->addWidget(makeFacts(engine));
    layout->addWidget(caption);
    layout->addWidget(m_requests, 1);
    layout->addLayout(buttons);
    resize(760, 640);
    leave->setFocus();
    connect(m_send, &QPushButton::clicked, this, &QDialog::accept);
    connect(leave, &QPushButton::clicked, this, &QDialog::reject);
}

QWidget *MachineDialog::makeFacts(const QJsonObject &engine)
{
    auto *facts = new FactList(this);
    const auto add = [facts](const QString &caption, const QString &text) {
        FactList::setText(facts->addRow(caption), text);
    };
    add(tr("Service"), m_outlook.preview.host.isEmpty()
                           ? engineName(m_outlook)
                           : tr("%1, at %2").arg(engineName(m_outlook), tamed(m_outlook.preview.host)));
    add(tr("What it keeps"), consentText(engine.value(QLatin1String("type")).toString()));
    add(tr("Segments"), segmentsText());
    add(m_outlook.purpose == MachinePurpose::SwitchOn ? tr("If all of it is sent") : tr("To be sent"),
        costText(engine));
    add(tr("Budget left"), budgetText());
    add(tr("Beware"), warningsText(m_outlook.preview.warnings, m_outlook.preview.warnings.size()));
    return facts;
}

QString MachineDialog::segmentsText() const
{
    const TranslatePreview &preview = m_outlook.preview;
    const QString all =
        tr("%n without a translation", nullptr, static_cast<int>(m_outlook.question.request.segments.size()));
    QStringList parts;
    if (preview.cached > 0)
        parts.append(tr("%n known already, which cost nothing", nullptr, static_cast<int>(preview.cached)));
    if (preview.unchanged > 0)
        parts.append(tr("%n with nothing to translate", nullptr, static_cast<int>(preview.unchanged)));
    if (preview.mayHaveBeenCharged > 0 && m_outlook.purpose != MachinePurpose::Again)
        parts.append(tr("%n that may have been charged before and are not sent again", nullptr,
                        static_cast<int>(preview.mayHaveBeenCharged)));
    return parts.isEmpty() ? all : tr("%1, of them %2").arg(all, parts.join(QStringLiteral("; ")));
}

QString MachineDialog::costText(const QJsonObject &engine) const
{
    if (!m_outlook.problem.isEmpty())
        return tamed(m_outlook.problem);
    const TranslatePreview &preview = m_outlook.preview;
    const QLocale locale;
    const QString characters =
        tr("%1 characters in %n request(s)", nullptr, static_cast<int>(preview.requestCount))
            .arg(locale.toString(preview.characters));
    const double price = engine.value(QLatin1String("pricePerMillion")).toDouble();
    if (price <= 0)
        return characters;
    const double cost = price * static_cast<double>(preview.characters) / 1e6;
    return tr("%1; by your price about %2 %3")
        .arg(characters, locale.toString(cost, 'f', cost < 1 ? 3 : 2),
             engine.value(QLatin1String("currency")).toString());
}

QString MachineDialog::budgetText() const
{
    const QLocale locale;
    QStringList parts;
    if (m_outlook.preview.documentLeft)
        parts.append(
            tr("%1 characters for this document").arg(locale.toString(*m_outlook.preview.documentLeft)));
    if (m_outlook.preview.monthLeft)
        parts.append(tr("%1 characters for this month").arg(locale.toString(*m_outlook.preview.monthLeft)));
    return parts.join(QStringLiteral("; "));
}

QString MachineDialog::requestsText() const
{
    QStringList parts;
    for (const OutgoingRequest &request : m_outlook.preview.requests)
        parts.append(QStringLiteral("POST %1\n\n%2\n").arg(request.url, request.body));
    const qsizetype more = m_outlook.preview.requestCount - m_outlook.preview.requests.size();
    if (more > 0)
        parts.append(tr("… and %n more request(s) like these.", nullptr, static_cast<int>(more)));
    if (!parts.isEmpty())
        return parts.join(u'\n');
    if (m_outlook.problem.isEmpty())
        return tr("Nothing: all of it is known already.");
    for (const SuggestSegment &segment : m_outlook.question.request.segments.mid(0, 200))
        parts.append(segment.text.source);
    return parts.join(u'\n');
}

QString MachineDialog::text() const
{
    QStringList lines;
    for (const QLabel *label : findChildren<QLabel *>()) {
        if (!label->isHidden())
            lines.append(label->text());
    }
    return lines.join(u'\n') + u'\n' + m_requests->toPlainText();
}

} // namespace verbale::workbench
