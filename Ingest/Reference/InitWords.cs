using Insights.Analytics;

namespace Insights.Ingest.Reference;

/// <summary>What the workbook of <c>insights init</c> says to who fills it: a sentence a sheet, a heading a column.</summary>
internal static class InitWords
{
    public static IReadOnlyDictionary<string, Message> Sheets { get; } = new Dictionary<string, Message>
    {
        ["found"] = new(
            "What your exports say. Nothing on this sheet is read back.",
            "Τι λένε τα αρχεία σας. Το φύλλο αυτό δεν διαβάζεται ξανά."),
        ["clients"] = new(
            "One row per client. Fill the yellow cells you know; correct names, zones and mail domains.",
            "Μία γραμμή ανά πελάτη. Συμπληρώστε όσα κίτρινα κελιά γνωρίζετε· διορθώστε ονόματα, ζώνες ώρας και τομείς αλληλογραφίας."),
        ["aliases"] = new(
            "The names your exports use for a client, where they differ from its name.",
            "Τα ονόματα που δίνουν τα αρχεία σε έναν πελάτη, όπου διαφέρουν από το όνομά του."),
        ["vocabulary"] = new(
            "Words of your exports the program does not know. Priority: 1 (most urgent) to 5. "
            + "State: new, open, pending, hold, resolved, closed.",
            "Λέξεις των αρχείων που δεν γνωρίζει το πρόγραμμα. Προτεραιότητα: 1 (το πιο επείγον) έως 5. "
            + "Κατάσταση: new, open, pending, hold, resolved, closed."),
        ["promises"] = new(
            "What the contract promises: 30m, 4h, 4h 24x7, 2 business days, next business day until 14:00. "
            + "An empty row is simply not promised.",
            "Τι λέει η σύμβαση: 30 λεπτά, 4 ώρες, 4 ώρες 24x7, 2 εργάσιμες, επόμενη εργάσιμη έως 14:00. "
            + "Μια κενή γραμμή απλώς δεν έχει δέσμευση."),
        ["expectations"] = new(
            "What the client says it expects, whatever the contract says. Leave empty what was never asked.",
            "Τι λέει ο πελάτης ότι περιμένει, ό,τι κι αν λέει η σύμβαση. Αφήστε κενό ό,τι δεν έχει ρωτηθεί."),
        ["critical_work"] = new(
            "Work the client cannot be without, as it says: what it is, the words or devices that tell it in a ticket (a semicolon "
            + "between), and when it matters. An empty row does not count.",
            "Οι εργασίες χωρίς τις οποίες δεν μπορεί ο πελάτης, όπως τις λέει ο ίδιος: τι είναι, με ποιες λέξεις ή συσκευές φαίνεται σε "
            + "ένα αίτημα (χωρισμένες με ;), και πότε. Μια κενή γραμμή δεν μετρά."),
        ["calendars"] = new(
            "Hours open. support is a guess at your support hours: correct it, and add your clients' own hours if you like.",
            "Ωράρια. Το support είναι εικασία για το ωράριο υποστήριξης: διορθώστε το και προσθέστε, αν θέλετε, τα ωράρια των πελατών."),
        ["actions"] = new(
            "What each side agreed to do at a meeting. Side: client or provider. An empty done_on is not done yet.",
            "Τι συμφώνησε να κάνει κάθε πλευρά σε μια συνάντηση. Πλευρά: client (πελάτης) ή provider (εταιρεία). Κενό done_on: δεν έγινε ακόμη."),
        ["comments"] = new(
            "What a side says of one ticket, one failure or one month, and why a ticket was late.",
            "Τι λέει μια πλευρά για ένα αίτημα, μια βλάβη ή έναν μήνα, και γιατί άργησε ένα αίτημα."),
        ["agreed_exclusions"] = new(
            "Tickets to leave out of the promise. A ticket is left out only where both sides say yes.",
            "Αιτήματα που δεν μετρούν στη δέσμευση. Ένα αίτημα μένει εκτός μόνο αν πουν ναι και οι δύο πλευρές."),
        ["included_hours"] = new(
            "Hours the contract includes each month, quarter or year, or bought once (a prepaid block). A row without hours does not count.",
            "Ώρες που περιλαμβάνει η σύμβαση κάθε μήνα (month), τρίμηνο (quarter) ή έτος (year), ή που αγοράστηκαν εφάπαξ (once). "
            + "Μια γραμμή χωρίς ώρες δεν μετρά."),
        ["holidays"] = new(
            "GR: the Greek public holidays. 1 May moves by decree: add a row with the new day and instead_of the old one.",
            "GR: οι ελληνικές αργίες. Η 1η Μαΐου μετατίθεται με απόφαση: προσθέστε γραμμή με τη νέα ημέρα και instead_of την παλιά."),
        ["settings"] = new("Business constants. Change them only on purpose.", "Σταθερές των μετρήσεων. Αλλάξτε τες μόνο με λόγο."),
        ["assign"] = new(
            "Addresses that tell no client (free mail). Write the client of those you know.",
            "Διευθύνσεις που δεν δείχνουν πελάτη (δωρεάν αλληλογραφία). Γράψτε τον πελάτη σε όσες γνωρίζετε."),
    };

    public static IReadOnlyDictionary<string, Message> Columns { get; } = new Dictionary<string, Message>
    {
        ["client"] = new("Client", "Πελάτης"),
        ["provider"] = new("Provider", "Εταιρεία IT Support"),
        ["zone"] = new("Time zone", "Ζώνη ώρας"),
        ["calendar"] = new("Calendar", "Ωράριο"),
        ["users"] = new("Users", "Χρήστες"),
        ["endpoints"] = new("Computers and devices", "Υπολογιστές και συσκευές"),
        ["mail_domains"] = new("Mail domains", "Τομείς αλληλογραφίας"),
        ["note"] = new("Note", "Σημείωση"),
        ["source"] = new("Source (* every)", "Πηγή (* όλες)"),
        ["name"] = new("Name", "Όνομα"),
        ["field"] = new("Field", "Πεδίο"),
        ["text"] = new("Word in the export", "Λέξη στο αρχείο"),
        ["value"] = new("Meaning", "Τιμή"),
        ["priority"] = new("Priority (1 most urgent, * every)", "Προτεραιότητα (1 το πιο επείγον, * όλες)"),
        ["promise_kind"] = new("Response, resolve or start", "Ανταπόκριση, επίλυση ή έναρξη"),
        ["promise"] = new("Promised time", "Συμφωνημένος χρόνος"),
        ["expectation"] = new("Expected time", "Προσδοκία"),
        ["clock"] = new("Clock (contract or client)", "Χρόνος (contract ή client)"),
        ["target_ratio"] = new("Share promised", "Συμφωνημένο ποσοστό"),
        ["answered_by"] = new(
            "Kept by (automatic, touched, human, substantive)",
            "Τηρείται με (αυτόματη απάντηση, ανάληψη, πρώτη απάντηση, ουσιαστική απάντηση)"),
        ["pauses"] = new(
            "Clock stops while (pending, hold, resolved, none)",
            "Ο χρόνος σταματά σε (αναμονή πελάτη, αναμονή τρίτου, έως να ξανανοίξει, καμία)"),
        ["activity"] = new("Work", "Εργασία"),
        ["words"] = new("Words in the ticket (a;b)", "Λέξεις στο αίτημα (α;β)"),
        ["assets"] = new("Devices (a;b)", "Συσκευές (α;β)"),
        ["from"] = new("From (time)", "Από (ώρα)"),
        ["until"] = new("Until (time)", "Έως (ώρα)"),
        ["valid_from"] = new("From (first day)", "Από (πρώτη ημέρα)"),
        ["valid_to"] = new("To (last day)", "Έως (τελευταία ημέρα)"),
        ["sentence"] = new("The contract's sentence", "Η φράση της σύμβασης"),
        ["holidays"] = new("Holiday set", "Ομάδα αργιών"),
        ["kind"] = new("open or break", "open (ανοιχτά) ή break (διάλειμμα)"),
        ["days"] = new("Days", "Ημέρες"),
        ["opens"] = new("Opens", "Ανοίγει"),
        ["closes"] = new("Closes", "Κλείνει"),
        ["date"] = new("Day or rule", "Ημέρα ή κανόνας"),
        ["instead_of"] = new("Instead of", "Αντί για"),
        ["setting"] = new("Setting", "Σταθερά"),
        ["unit"] = new("Unit", "Μονάδα"),
        ["agreed_on"] = new("Agreed on", "Συμφωνήθηκε στις"),
        ["side"] = new("Side (client, provider)", "Πλευρά (client, provider)"),
        ["owner"] = new("Who", "Ποιος"),
        ["action"] = new("What will be done", "Τι θα γίνει"),
        ["due"] = new("By", "Έως"),
        ["done_on"] = new("Done on", "Έγινε στις"),
        ["ticket_id"] = new("Ticket id", "Κωδικός αιτήματος"),
        ["failure_group_id"] = new("Failure", "Βλάβη"),
        ["month"] = new("Month (2026-10)", "Μήνας (2026-10)"),
        ["said_by"] = new("Said by (client, provider)", "Το λέει (client, provider)"),
        ["comment"] = new("Comment", "Σχόλιο"),
        ["cause"] = new("Why it was late", "Γιατί άργησε"),
        ["reason"] = new("Reason", "Λόγος"),
        ["agreed_by_client"] = new("The client agrees (yes, no)", "Συμφωνεί ο πελάτης (ναι, όχι)"),
        ["agreed_by_provider"] = new("The provider agrees (yes, no)", "Συμφωνεί η εταιρεία (ναι, όχι)"),
        ["hours"] = new("Hours", "Ώρες"),
        ["per"] = new("Per month, quarter, year, or once", "Ανά μήνα, τρίμηνο, έτος, ή εφάπαξ"),
        ["address"] = new("Mail address", "Διεύθυνση"),
        ["tickets"] = new("Tickets", "Αιτήματα"),
    };

    public static Message Period(long tickets, DateOnly first, DateOnly last) => new(
        $"{tickets} tickets, {first:yyyy-MM-dd} to {last:yyyy-MM-dd}", $"{tickets} αιτήματα, {first:yyyy-MM-dd} έως {last:yyyy-MM-dd}");

    public static Message Tickets(long tickets) => new($"{tickets} tickets", $"{tickets} αιτήματα");
}
