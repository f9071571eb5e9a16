"""Short articles of our own, clean, to be wrapped in furniture: each in another manner of quoting and of paragraphs."""

from benchmarks.furniture.wrapping import Article

ARTICLES = [
    Article(
        "Harbour bridge to close for nine months",
        (
            "The old harbour bridge in Aldmouth will close for nine months from September after engineers found cracks in two of its six piers, the county council said on Tuesday.",
            '"We cannot gamble with the lives of the 14,000 people who cross it every day," council leader Harriet Boyle told reporters. "The inspection left us no choice."',
            "Repairs are expected to cost £38m, nearly three times the sum that the council had set aside in its budget for 2019. Boyle said the government had promised to pay half.",
            "Shopkeepers on the south bank accused the council of acting too late. Their association, which speaks for more than 200 businesses, said trade had already fallen by a fifth since lorries were banned in March.",
            "A report by the consultants Marsh & Leary had warned of corrosion in 2014, according to documents seen by the Aldmouth Post. The council denied that it had ignored the warning.",
            "A ferry will carry passengers across the river every 20 minutes while the bridge is closed.",
        ),
    ),
    Article(
        "Ministry admits error in school figures",
        (
            "The education ministry of Varland admitted on Thursday that it had overstated the number of new teachers by almost 4,000.",
            "'It was a plain mistake in a spreadsheet,' said Deputy Minister Oskar Lindqvist. 'Nobody meant to deceive parliament.'",
            "The opposition was not convinced. Its spokeswoman on education, Ida Brandt, called the explanation 'an insult' and demanded that Lindqvist resign.",
            "According to the corrected figures, 7,912 teachers were hired last year, and 6,480 left the profession. In rural districts, the number of vacant posts rose for the fifth year in a row.",
            "Teachers' unions say pay is to blame. A beginner earns 11 per cent less than a police officer of the same age, a survey by the National Union of Teachers found in May.",
            "Lindqvist said the ministry would publish its data every month from now on. He did not say who would check them.",
        ),
        author="Jonas Keller",
        city="Varhaven",
        day="Thursday 12 September 2019",
    ),
    Article(
        "Doctors warn of shortage of antibiotics for children",
        (
            "Hospitals in three states are running out of antibiotics for children, and doctors say the worst of the winter is still to come.",
            "“We had eleven days of amoxicillin left on Friday,” said Dr. Lena Okafor, who heads the children's ward at St. Brendan's Hospital in Fairbury. “Normally we hold stock for three months.”",
            "The shortage began when a fire destroyed a factory in the port of Tessaly in October. The plant made about 30 percent of the syrup sold in the country, according to the Medicines Agency.",
            "The agency said in a statement that imports from Canada would arrive “within weeks.” Two people familiar with the talks, who asked not to be named, said no contract had been signed.",
            "“I have heard ‘within weeks’ since November,” Okafor said. “Parents don't want a date, they want a bottle.”",
            "At least 40 children have been moved to hospitals in other states since Dec. 1, the state health department said.",
        ),
        author="Ruth Calloway",
        city="Fairbury",
        day="Monday 6 January 2020",
    ),
    Article(
        "Voters in Karsia reject dam across the Lune",
        (
            "Voters in the mountain province of Karsia have rejected plans for a dam across the Lune by a margin of 61 to 39 per cent, the electoral commission announced late on Sunday.",
            "Turnout was 54 per cent, the highest in any provincial vote since 1998.",
            "Campaigners who had walked from village to village for two years embraced in the square of Oberlune when the result was read out. They had argued that the dam would flood 19 hamlets and drive 3,200 people from their homes.",
            "The power company Norda said it respected the vote, but that the lights would not stay on by themselves. Without the dam the province would have to import a third of its electricity by 2030, its director Paul Renner wrote on Twitter.",
            "Energy Minister Clara Voss, who had backed the project, did not comment. Her party lost 12 seats in the last election.",
            "Videos shared by residents showed fireworks over the valley; police said four people were slightly hurt.",
        ),
        author="Anton Weiss",
        city="Oberlune",
        day="Sunday 14 June 2020",
    ),
]
